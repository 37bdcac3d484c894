// Photos and scans of paper sheets: files beside the ledger, named by their SHA-256, which the entry carries.
using System.Security.Cryptography;
using Scoring.Core.Definition;

namespace Scoring.Api.Storage;

/// <summary><c>competitions/ID.papers/HASH.jpg</c>. Written once, never changed: a file that does not match its name is not what was entered.</summary>
public sealed class SheetPictures(DataFolder folder)
{
    public const int Largest = 12 * 1024 * 1024;

    /// <summary>Of one contest: a thousand sheets at a megabyte and a half.</summary>
    public const long MostBytes = 1536L * 1024 * 1024;

    /// <summary>Left on the disk for the ledger, whatever tablets send.</summary>
    private const long LeastLeft = 512L * 1024 * 1024;

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

    /// <summary>Why no more are taken, in Chinese; null: there is room.</summary>
    public string? Full(CompetitionId competition, long bytes)
    {
        var papers = new DirectoryInfo(Of(competition));
        var used = papers.Exists ? papers.EnumerateFiles().Sum(f => f.Length) : 0;
        return used + bytes > MostBytes ? "这场比赛的照片已满 1.5 GB，请告诉控制台；评分表照样可以补录，不附照片。"
            : new DriveInfo(Path.GetFullPath(folder.Root)).AvailableFreeSpace - bytes < LeastLeft ? "服务器磁盘快满了，暂时不收照片。请告诉控制台。"
            : null;
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

    /// <summary>All of a deleted contest; they are among its last backup.</summary>
    public void Remove(CompetitionId competition)
    {
        if (Directory.Exists(Of(competition)))
        {
            Directory.Delete(Of(competition), recursive: true);
        }
    }

    private string Of(CompetitionId competition) => Path.ChangeExtension(folder.FileOf(competition), ".papers");
}
