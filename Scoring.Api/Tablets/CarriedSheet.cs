// A sheet that came as QR codes instead of over the network: put together, unpacked, and its proof checked against the tablet's key.
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Scoring.Core.Certificates;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Json;

namespace Scoring.Api.Tablets;

/// <param name="Device">Name of the tablet in its competition.</param>
public sealed record CarriedSheet(CompetitionId Competition, string Device, SheetSubmission Submission)
{
    private const string Begins = "SC1/";
    private const int ProofLength = 16, Largest = 1024 * 1024, MostParts = 64;
    private byte[] body = [], proof = [];

    /// <summary>Reads the codes of one sheet, in any order, some of them more than once.</summary>
    /// <param name="problem">In Chinese: what is missing or wrong; null when a sheet comes back.</param>
    public static CarriedSheet? Read(string? scanned, out string? problem)
    {
        var parts = (scanned ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Part.Of).ToList();
        if (parts.Count == 0 || parts.Any(p => p is null))
        {
            problem = "这不是平板上的交卷二维码，请重新扫。";
            return null;
        }

        var first = parts[^1]!; // not null: asked above
        var own = parts.OfType<Part>().Where(p => p.Sheet == first.Sheet && p.All == first.All).DistinctBy(p => p.Number).OrderBy(p => p.Number).ToList();
        if (own.Count < first.All)
        {
            problem = $"还差第 {string.Join('、', Enumerable.Range(1, first.All).Except(own.Select(p => p.Number)))} 个码，请接着扫。";
            return null;
        }

        problem = null;
        return Unpack([.. own.SelectMany(p => p.Bytes)], ref problem);
    }

    public bool IsProvedBy(byte[] key) =>
        CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, body).AsSpan(0, ProofLength), proof);

    private static CarriedSheet? Unpack(byte[] whole, ref string? problem)
    {
        problem = "二维码不完整或已损坏，请重新扫。";
        if (whole.Length <= ProofLength)
        {
            return null;
        }

        try
        {
            var packed = whole[..^ProofLength];
            using var unpacked = new MemoryStream();
            using (var zip = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress))
            {
                var block = new byte[8192];
                for (int read; (read = zip.Read(block)) > 0;)
                {
                    unpacked.Write(block, 0, read);
                    if (unpacked.Length > Largest)
                    {
                        return null;
                    }
                }
            }

            if (JsonSerializer.Deserialize<CarriedSheet>(unpacked.ToArray(), ScoringJson.Options) is not { } sheet)
            {
                return null;
            }

            problem = null;
            return sheet with { body = packed, proof = whole[^ProofLength..] };
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            return null;
        }
    }

    private sealed record Part(string Sheet, int Number, int All, byte[] Bytes)
    {
        /// <summary>SC1/6F1C2A3B/1/2:…</summary>
        public static Part? Of(string text)
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            return colon > 0 && text.StartsWith(Begins, StringComparison.OrdinalIgnoreCase)
                && text[Begins.Length..colon].Split('/') is [var sheet, var number, var of]
                && int.TryParse(number, out var n) && int.TryParse(of, out var all) && n >= 1 && n <= all && all <= MostParts
                && QrText.Decode(text.AsSpan(colon + 1)) is { } bytes
                ? new Part(sheet.ToUpperInvariant(), n, all, bytes)
                : null;
        }
    }
}
