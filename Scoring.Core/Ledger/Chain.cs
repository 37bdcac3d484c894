// The hash chain: anyone with SHA-256 can recompute it from the rows of the file.
using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Scoring.Core.Ledger;

/// <summary>
/// hash = SHA-256 of the UTF-8 lines <c>sequence, time, id, actor, type, previous hash in hex</c>, each ended by LF, followed by the payload's bytes.
/// Time is <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>, the id in lower-case with hyphens, the first previous hash is 64 zeros.
/// </summary>
public static class Chain
{
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>What stands before the first entry: 32 zero bytes.</summary>
    public static ReadOnlyMemory<byte> Genesis { get; } = new byte[32];

    public static byte[] Hash(long sequence, DateTimeOffset at, Guid id, string actor, string type, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> previous)
    {
        var head = Encoding.UTF8.GetMaxByteCount(actor.Length + type.Length) + previous.Length * 2 + 96; // 20 + 24 + 36 and the line ends
        var rented = ArrayPool<byte>.Shared.Rent(head + payload.Length);
        var text = new Line(rented);
        text.Add(sequence, default);
        text.Add(at.UtcDateTime, TimeFormat);
        text.Add(id, "D");
        text.Add(actor);
        text.Add(type);
        Convert.TryToHexStringLower(previous, text.Rest, out var hex);
        text.End(hex);
        payload.CopyTo(text.Rest);
        var hash = SHA256.HashData(rented.AsSpan(0, text.Length + payload.Length));
        ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    /// <summary>Whether the entry is what its hash says, coming after <paramref name="previous"/>.</summary>
    public static bool Holds(LedgerEntry entry, ReadOnlySpan<byte> previous) =>
        entry.Hash.Span.SequenceEqual(Hash(entry.Sequence, entry.At, entry.Id, entry.Actor, entry.Type, entry.Payload.Span, previous));

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>Exactly what <see cref="Time"/> writes; false for anything else, even if it could be understood.</summary>
    public static bool TryReadTime(string text, out DateTimeOffset at)
    {
        at = default;
        if (text.Length != 24 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' || text[23] != 'Z')
        {
            return false;
        }

        var (year, month, day) = (Digits(text, 0, 4), Digits(text, 5, 2), Digits(text, 8, 2));
        var (hour, minute, second, ms) = (Digits(text, 11, 2), Digits(text, 14, 2), Digits(text, 17, 2), Digits(text, 20, 3));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || ms < 0)
        {
            return false;
        }

        at = new(year, month, day, hour, minute, second, ms, TimeSpan.Zero);
        return true;
    }

    // −1: not all digits.
    private static int Digits(string text, int from, int count)
    {
        var number = 0;
        for (var i = from; i < from + count; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return -1;
            }

            number = (number * 10) + (text[i] - '0');
        }

        return number;
    }

    private ref struct Line(Span<byte> all)
    {
        private readonly Span<byte> all = all;

        public int Length { get; private set; }

        public readonly Span<byte> Rest => all[Length..];

        public void Add<T>(T value, ReadOnlySpan<char> format) where T : IUtf8SpanFormattable
        {
            value.TryFormat(Rest, out var written, format, CultureInfo.InvariantCulture);
            End(written);
        }

        public void Add(string text) => End(Encoding.UTF8.GetBytes(text, Rest));

        public void End(int written)
        {
            all[Length + written] = (byte)'\n';
            Length += written + 1;
        }
    }
}
