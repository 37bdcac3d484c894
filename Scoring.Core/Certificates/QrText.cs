namespace Scoring.Core.Certificates;

/// <summary>Bytes as text that a QR code holds in its alphanumeric mode and that any address may contain unescaped: three characters for two bytes, base 41.</summary>
/// <remarks>A URL-safe sibling of base 45 (RFC 9285), whose alphabet has a space and a percent sign. 5.5 bits a character, so 8.25 bits of QR for a byte; base64url takes 10.7.</remarks>
public static class QrText
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-.";
    private const int Base = 41;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length / 2 * 3) + (bytes.Length % 2 * 2)];
        var at = 0;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            var pair = i + 1 < bytes.Length;
            var value = pair ? (bytes[i] << 8) | bytes[i + 1] : bytes[i];
            for (var digits = pair ? 3 : 2; digits > 0; digits--, value /= Base)
            {
                text[at++] = Alphabet[value % Base];
            }
        }

        return new string(text);
    }

    /// <summary>Null if <paramref name="text"/> is not something <see cref="Encode"/> makes. Small letters are read as capitals.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (text.Length % 3 == 1)
        {
            return null;
        }

        var bytes = new byte[(text.Length / 3 * 2) + (text.Length % 3 / 2)];
        var at = 0;
        for (var i = 0; i < text.Length; i += 3)
        {
            var group = text.Slice(i, Math.Min(3, text.Length - i));
            var value = 0;
            for (var d = group.Length - 1; d >= 0; d--)
            {
                var digit = Alphabet.IndexOf(char.ToUpperInvariant(group[d]), StringComparison.Ordinal);
                if (digit < 0)
                {
                    return null;
                }

                value = (value * Base) + digit;
            }

            if (value > (group.Length == 3 ? ushort.MaxValue : byte.MaxValue))
            {
                return null;
            }

            if (group.Length == 3)
            {
                bytes[at++] = (byte)(value >> 8);
            }

            bytes[at++] = (byte)value;
        }

        return bytes;
    }
}
