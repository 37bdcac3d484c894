using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using Scoring.Core.Json;
using Scoring.Display.Certificates.Fonts;
using Scoring.Display.Certificates.Layout;
using Scoring.Display.Work;

namespace Scoring.Display.Certificates;

/// <summary>Certificates as files, painted once and kept under the hash of what they say: the night after, thousands ask for the same papers.</summary>
/// <param name="folder">May be emptied at any time: it fills again.</param>
public sealed class CertificateFiles(CertificatePainter painter, FontBook fonts, string folder) : IDisposable
{
    private const int Remembered = 64 << 20; // bytes, some two thousand papers
    private const int ReadAtOnce = 16;
    private const string PaintedBy = "2"; // another figure when the same template comes out differently
    private readonly ConditionalWeakTable<CertificateTemplate, byte[]> templates = [];
    private readonly ConcurrentDictionary<string, Lazy<Task>> painting = new(StringComparer.Ordinal);
    private readonly MemoryCache recent = new(new MemoryCacheOptions { SizeLimit = Remembered });
    private readonly SemaphoreSlim readers = new(ReadAtOnce);
    private long painted;

    /// <summary>How many were painted since the start, not found.</summary>
    public long Painted => Interlocked.Read(ref painted);

    /// <summary>Where the file is; painted first if it is nowhere yet, once however many ask.</summary>
    /// <exception cref="InvalidOperationException">As <see cref="CertificatePainter.Paint"/>.</exception>
    public async Task<CertificateFile> Of(CertificateTemplate template, CertificateToPrint certificate, PrintOffset offset = default, CancellationToken cancel = default)
    {
        var hash = Hash(template, certificate, offset);
        var path = Path.Combine(folder, hash[..2], hash + ".pdf");
        if (!File.Exists(path))
        {
            var once = painting.GetOrAdd(hash, _ => new(() => SideThreads.Painting.Run(() => Paint(path, template, certificate, offset))));
            try
            {
                await once.Value.WaitAsync(cancel);
            }
            finally
            {
                if (once.Value.IsCompleted)
                {
                    painting.TryRemove(new(hash, once));
                }
            }
        }

        return new(path, hash);
    }

    /// <summary>What is in the file. Papers asked for lately are in memory: thousands of downloads at once open no file each, of which a process may have only so many.</summary>
    /// <exception cref="InvalidOperationException">As <see cref="CertificatePainter.Paint"/>.</exception>
    public async Task<(byte[] Bytes, string Hash)> Read(CertificateTemplate template, CertificateToPrint certificate, CancellationToken cancel = default)
    {
        var hash = Hash(template, certificate, default);
        if (recent.TryGetValue(hash, out byte[]? known) && known is not null)
        {
            return (known, hash);
        }

        var file = await Of(template, certificate, cancel: cancel);
        await readers.WaitAsync(cancel);
        try
        {
            if (!recent.TryGetValue(hash, out known) || known is null)
            {
                known = await File.ReadAllBytesAsync(file.Path, cancel);
                recent.Set(hash, known, new MemoryCacheEntryOptions { Size = known.Length });
            }
        }
        finally
        {
            readers.Release();
        }

        return (known, hash);
    }

    public void Dispose()
    {
        recent.Dispose();
        readers.Dispose();
    }

    private void Paint(string path, CertificateTemplate template, CertificateToPrint certificate, PrintOffset offset)
    {
        if (File.Exists(path))
        {
            return;
        }

        var bytes = painter.Paint(template, certificate.Facts, certificate.QrText, offset);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(unfinished, bytes);
        File.Move(unfinished, path, overwrite: true);
        Interlocked.Increment(ref painted);
    }

    private string Hash(CertificateTemplate template, CertificateToPrint certificate, PrintOffset offset)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(templates.GetValue(template, Looks));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(certificate.Facts, ScoringJson.Options));
        hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"\n{certificate.QrText}\n{offset.X} {offset.Y}")));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private byte[] Looks(CertificateTemplate template) =>
        Encoding.UTF8.GetBytes($"{PaintedBy}\n{string.Join('\n', fonts.Faces.Select(face => face.PostScriptName))}\n{CertificateTemplates.Write(template)}");
}

/// <param name="Hash">Of what it says and how it looks; the same hash is the same bytes.</param>
public sealed record CertificateFile(string Path, string Hash);
