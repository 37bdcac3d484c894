using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Scoring.Api.Storage;

namespace Scoring.Api.Tablets;

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
                try
                {
                    return secret = protector.Unprotect(File.ReadAllBytes(path));
                }
                catch (CryptographicException)
                {
                    File.Move(path, path + ".unreadable", overwrite: true); // a new one: tablets get theirs when they connect
                }
            }

            secret = RandomNumberGenerator.GetBytes(Length);
            try
            {
                File.WriteAllBytes(path, protector.Protect(secret));
            }
            catch (IOException)
            {
                File.Delete(path); // a full disk may have left a part; until the next start it is kept here, and tablets hear the next one when they connect
            }

            return secret;
        }
    }
}
