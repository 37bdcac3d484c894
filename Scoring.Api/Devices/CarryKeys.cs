using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Scoring.Api.Storage;

namespace Scoring.Api.Devices;

/// <summary>A key per tablet for the proof on sheets carried as a QR: derived from one secret, <c>keys/carry.key</c>, so that none is stored beside the tablets.</summary>
public sealed class CarryKeys(string keyFolder, IDataProtectionProvider protection)
{
    private const int Length = 32;
    private readonly IDataProtector protector = protection.CreateProtector("carry-keys");
    private readonly Lock gate = new();
    private byte[]? secret;

    public byte[] Of(Device device) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Secret(), Length, info: Encoding.UTF8.GetBytes(device.Id));

    private byte[] Secret()
    {
        lock (gate)
        {
            if (secret is not null)
            {
                return secret;
            }

            var path = Path.Combine(keyFolder, "carry.key");
            if (File.Exists(path))
            {
                return secret = protector.Unprotect(File.ReadAllBytes(path));
            }

            secret = RandomNumberGenerator.GetBytes(Length);
            File.WriteAllBytes(path, protector.Protect(secret));
            return secret;
        }
    }
}
