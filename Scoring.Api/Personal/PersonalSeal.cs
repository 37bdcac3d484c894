// Personal data go into the ledger encrypted (R-I2): the chain can keep them for ever, the key cannot.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Scoring.Core.Definition;
using Scoring.Core.Lists;

namespace Scoring.Api.Personal;

/// <summary>Seals and opens personal data with a key per competition, <c>keys/ID.seal</c>. Deleting that file removes them for good.</summary>
public sealed class PersonalSeal(string keyFolder, IDataProtectionProvider protection)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly IDataProtector protector = protection.CreateProtector("personal-seal");
    private readonly Dictionary<CompetitionId, byte[]> keys = [];
    private readonly Lock gate = new();

    /// <returns>Base64 of nonce, ciphertext and tag.</returns>
    public string Seal(CompetitionId competition, string clear)
    {
        var plain = Encoding.UTF8.GetBytes(clear);
        var box = new byte[NonceSize + plain.Length + TagSize];
        var nonce = box.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Key(competition, create: true)!, TagSize);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length));
        return Convert.ToBase64String(box);
    }

    /// <returns>Null if the key was removed or is another's, or the text was changed.</returns>
    public PersonalData? Open(CompetitionId competition, string? boxed)
    {
        if (boxed is null || Key(competition, create: false) is not { } key)
        {
            return null;
        }

        try
        {
            var box = Convert.FromBase64String(boxed);
            var plain = new byte[box.Length - NonceSize - TagSize];
            using var aes = new AesGcm(key, TagSize);
            aes.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length), plain);
            return PersonalData.FromJson(Encoding.UTF8.GetString(plain));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>A copy of a competition opens what the original sealed. Nothing happens where there is no key, or the copy has one.</summary>
    public void Share(CompetitionId original, CompetitionId copy)
    {
        var (from, to) = (Path.Combine(keyFolder, original.Value + ".seal"), Path.Combine(keyFolder, copy.Value + ".seal"));
        if (File.Exists(from) && !File.Exists(to))
        {
            File.Copy(from, to);
        }
    }

    /// <summary>The key itself, to be carried to another machine under a password; null: nothing was sealed yet, or it is not here.</summary>
    public byte[]? KeyOf(CompetitionId competition) => Key(competition, create: false);

    /// <summary>A key carried here. One that is here already stays.</summary>
    public void Take(CompetitionId competition, byte[] key)
    {
        lock (gate)
        {
            var path = Path.Combine(keyFolder, competition.Value + ".seal");
            if (!File.Exists(path))
            {
                File.WriteAllBytes(path, protector.Protect(key));
            }
        }
    }

    /// <summary>Whether what was sealed for that competition can be opened here.</summary>
    public bool CanOpen(CompetitionId competition) => Key(competition, create: false) is not null;

    private byte[]? Key(CompetitionId competition, bool create)
    {
        lock (gate)
        {
            if (keys.TryGetValue(competition, out var known))
            {
                return known;
            }

            var path = Path.Combine(keyFolder, competition.Value + ".seal");
            byte[] key;
            if (File.Exists(path) && Unprotected(path) is { } stored)
            {
                key = stored;
            }
            else if (create)
            {
                if (File.Exists(path))
                {
                    File.Move(path, path + ".unreadable", overwrite: true); // kept: the key that protects it may be found again
                }

                key = RandomNumberGenerator.GetBytes(32);
                File.WriteAllBytes(path, protector.Protect(key));
            }
            else
            {
                return null;
            }

            return keys[competition] = key;
        }
    }

    // Null: the key that protects it is not here.
    private byte[]? Unprotected(string path)
    {
        try
        {
            return protector.Unprotect(File.ReadAllBytes(path));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
