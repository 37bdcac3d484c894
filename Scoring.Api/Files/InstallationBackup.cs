using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Scoring.Api.Storage;

namespace Scoring.Api.Files;

/// <summary>
/// What belongs to a backup beside the ledgers: accounts, tablets and keys (and the venue's own https authority) sealed under the admin's password, screens' files, fonts, templates and the
/// portal's rules as they are. Written into every folder that gets backups; <see cref="InstallationRestore"/> is the way back.
/// </summary>
public sealed class InstallationBackup(DataFolder folder, Settings settings, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Folders copied as they are; nothing in them is secret.</summary>
    internal static readonly string[] Plain = ["screens", "fonts", "templates", "portal"];

    /// <summary>Folders that go into the sealed file, with the catalog.</summary>
    internal static readonly string[] Secret = ["keys", "https"];

    internal const string SealedPattern = "installation-*.sealed", PlainFolder = "installation", CatalogName = "catalog.db";

    private const int Kept = 10;

    private readonly IDataProtector protector = protection.CreateProtector("installation-backup");
    private readonly Lock gate = new();

    /// <summary>Whether the admin typed a password for it; without one, backups are the ledgers alone.</summary>
    public bool Ready => Seal() is not null;

    /// <summary>From now on every backup has the installation too, sealed with this password. Backups made before keep theirs.</summary>
    /// <returns>Why not, in Chinese; null: done.</returns>
    public string? SetPassword(string password)
    {
        if (password.Length < InstallationSeal.ShortestPassword || password.Distinct().Count() < 4)
        {
            return $"口令至少 {InstallationSeal.ShortestPassword} 位，不能只是几个字重复。";
        }

        var seal = InstallationSeal.Of(password);
        settings.Set(Settings.InstallationSeal, Convert.ToBase64String(protector.Protect([.. seal.Salt, .. seal.Key])));
        return null;
    }

    /// <summary>Writes it into the folders; nothing happens before a password was set.</summary>
    /// <exception cref="Exception">The disk refuses (<see cref="StorageFailure.Explain"/>).</exception>
    public void Make(IEnumerable<string> into)
    {
        if (Seal() is not { } seal)
        {
            return;
        }

        lock (gate)
        {
            var box = seal.Close(Zip());
            foreach (var target in into)
            {
                Write(Directory.CreateDirectory(target).FullName, box);
            }
        }
    }

    private void Write(string target, byte[] box)
    {
        var path = Path.Combine(target, $"installation-{time.GetUtcNow().UtcDateTime.ToString(Backups.TimeFormat, CultureInfo.InvariantCulture)}.sealed");
        File.WriteAllBytes(path + ".part", box);
        File.Move(path + ".part", path, overwrite: true);
        foreach (var name in Plain.Where(name => Directory.Exists(Path.Combine(folder.Root, name))))
        {
            CopyChanged(Path.Combine(folder.Root, name), Path.Combine(target, PlainFolder, name));
        }

        foreach (var old in Directory.EnumerateFiles(target, SealedPattern).OrderDescending(StringComparer.Ordinal).Skip(Kept).ToList())
        {
            File.Delete(old);
        }
    }

    private byte[] Zip()
    {
        var copy = Path.Combine(folder.Root, $"catalog-{Guid.NewGuid():N}.tmp");
        try
        {
            Backups.Copy(folder.Catalog, copy);
            using var bytes = new MemoryStream();
            using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            {
                zip.CreateEntryFromFile(copy, CatalogName);
                foreach (var secret in Secret.Select(name => Path.Combine(folder.Root, name)).Where(Directory.Exists))
                {
                    foreach (var file in Directory.EnumerateFiles(secret, "*", SearchOption.AllDirectories))
                    {
                        zip.CreateEntryFromFile(file, Path.GetRelativePath(folder.Root, file).Replace('\\', '/'));
                    }
                }
            }

            return bytes.ToArray();
        }
        finally
        {
            File.Delete(copy);
        }
    }

    internal static void CopyChanged(string from, string to)
    {
        foreach (var file in new DirectoryInfo(from).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var copy = new FileInfo(Path.Combine(to, Path.GetRelativePath(from, file.FullName)));
            if (!copy.Exists || copy.Length != file.Length || copy.LastWriteTimeUtc < file.LastWriteTimeUtc)
            {
                Directory.CreateDirectory(copy.DirectoryName!); // not null: a file stands in a folder
                file.CopyTo(copy.FullName, overwrite: true);
            }
        }
    }

    private InstallationSeal? Seal()
    {
        try
        {
            return settings.Get(Settings.InstallationSeal) is { } kept && protector.Unprotect(Convert.FromBase64String(kept)) is { Length: > 32 } both
                ? new(both[..^32], both[^32..]) : null;
        }
        catch (CryptographicException)
        {
            return null; // the keys were lost: the password has to be typed again
        }
    }
}
