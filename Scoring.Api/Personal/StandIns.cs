// A person over many contests is known by a stand-in that tells neither number nor name.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Scoring.Api.Personal;

/// <summary>Makes stand-ins with a key of the installation, <c>keys/people.key</c>: keyed, since the few document numbers there are could
/// be tried out. Lost, another is
/// made, and what was made with the first is made anew.</summary>
public sealed class StandIns(string keyFolder, IDataProtectionProvider protection)
{
    private const int Length = 20;
    private readonly IDataProtector protector = protection.CreateProtector("people-key");
    private readonly Lock gate = new();
    private byte[]? key;

    /// <summary>Tells this key from another.</summary>
    public string Print => Of("key");

    /// <summary>The same for the same text; 20 hexadecimal characters.</summary>
    public string Of(string who) => Convert.ToHexStringLower(HMACSHA256.HashData(Key(), Encoding.UTF8.GetBytes(who)))[..Length];

    private byte[] Key()
    {
        lock (gate)
        {
            return key ??= Stored() ?? Made();
        }
    }

    private string Path => System.IO.Path.Combine(keyFolder, "people.key");

    private byte[]? Stored()
    {
        try
        {
            return File.Exists(Path) ? protector.Unprotect(File.ReadAllBytes(Path)) : null;
        }
        catch (CryptographicException)
        {
            return null; // protected by a key that is not here
        }
    }

    private byte[] Made()
    {
        var made = RandomNumberGenerator.GetBytes(32);
        try
        {
            File.WriteAllBytes(Path, protector.Protect(made));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Good until the program ends.
        }

        return made;
    }
}
