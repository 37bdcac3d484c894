// Photos and scans of paper sheets: files beside the ledger, named by their SHA-256, which the entry carries.
using System.Security.Cryptography;
using Scoring.Api.Storage;
using Scoring.Core.Definition;

namespace Scoring.Api.Devices;

/// <summary><c>competitions/ID.papers/HASH.jpg</c>. Written once, never changed: a file that does not match its name is not what was entered.</summary>
public sealed class PaperPictures(DataFolder folder)
{
    public const int Largest = 12 * 1024 * 1024;

    private static readonly (string Type, string Extension, byte[] Begins)[] Kinds =
    [
        ("image/jpeg", ".jpg", [0xFF, 0xD8, 0xFF]), ("image/png", ".png", [0x89, 0x50, 0x4E, 0x47]), ("image/webp", ".webp", [0x52, 0x49, 0x46, 0x46]),
        ("application/pdf", ".pdf", [0x25, 0x50, 0x44, 0x46]),
    ];

    /// <returns>The hash in hex; null: neither a picture nor a PDF.</returns>
    public string? Store(CompetitionId competition, byte[] picture)
    {
        if (Array.Find(Kinds, k => picture.AsSpan().StartsWith(k.Begins)) is not { Extension: { } extension })
        {
            return null;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(picture));
        var path = Path.Combine(Directory.CreateDirectory(Of(competition)).FullName, hash + extension);
        if (!File.Exists(path))
        {
            var unfinished = $"{path}.{Guid.NewGuid():N}.part";
            using (var file = File.Create(unfinished))
            {
                file.Write(picture);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }

        return hash;
    }

    public bool Has(CompetitionId competition, string? hash) => Find(competition, hash) is not null;

    /// <summary>Path and media type; null: there is none of that name.</summary>
    public (string Path, string Type)? Find(CompetitionId competition, string? hash)
    {
        if (hash is not { Length: 64 } || !hash.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        foreach (var kind in Kinds)
        {
            var path = Path.Combine(Of(competition), hash + kind.Extension);
            if (File.Exists(path))
            {
                return (path, kind.Type);
            }
        }

        return null;
    }

    private string Of(CompetitionId competition) => Path.ChangeExtension(folder.FileOf(competition), ".papers");
}
