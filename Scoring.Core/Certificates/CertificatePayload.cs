using System.Text;

namespace Scoring.Core.Certificates;

/// <summary>The canonical bytes a certificate's signature covers (R-H6), small enough for a QR of 25.4 mm.</summary>
/// <remarks>
/// version (1 byte) · key id (4) · date as year (2) month (1) day (1) · then, each as a length byte and GB 18030 text: number, name, award,
/// trade (empty: none), contest, and from version 2 the holder's organization (empty: none) · count of issuers (1) · each issuer. Certificates of version 1 go on
/// verifying; one whose texts leave no room for the organization is still written so. GB 18030 because two bytes hold a Chinese character where UTF-8 takes
/// three, and every browser reads it.
/// </remarks>
internal static class CertificatePayload
{
    public const int KeyIdLength = 4;
    private const byte WithoutOrganization = 1, Version = 2;
    private const int Gb18030CodePage = 54936;

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        Gb18030CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new PlatformNotSupportedException("GB 18030 is part of .NET.");

    /// <summary>With the signature: what a QR of version 15 and level L holds in base 41 (758 characters), less 60 for the address.</summary>
    public const int MostBytes = 465;

    /// <summary>Null if a text is longer than its length byte can say or holds half a character.</summary>
    public static int? Length(CertificateFacts facts)
    {
        try
        {
            return Write(facts, new byte[KeyIdLength]).Length;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public static byte[] Write(CertificateFacts facts, byte[] keyId)
    {
        var whole = Encoded(facts, keyId, Version);
        return whole.Length + SignedCertificate.SignatureLength <= MostBytes ? whole : Encoded(facts, keyId, WithoutOrganization);
    }

    private static byte[] Encoded(CertificateFacts facts, byte[] keyId, byte version)
    {
        var bytes = new List<byte>(256) { version };
        bytes.AddRange(keyId);
        bytes.AddRange([(byte)(facts.Date.Year >> 8), (byte)facts.Date.Year, (byte)facts.Date.Month, (byte)facts.Date.Day]);
        foreach (var text in (string[])[facts.Number, facts.Name, facts.Award, facts.Trade ?? "", facts.Competition, .. version == Version ? [facts.Organization ?? ""] : (string[])[]])
        {
            Append(bytes, text);
        }

        bytes.Add((byte)facts.Issuers.Count);
        foreach (var issuer in facts.Issuers)
        {
            Append(bytes, issuer);
        }

        return [.. bytes];
    }

    /// <summary>Null unless every byte is accounted for.</summary>
    public static SignedCertificate? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 1 + KeyIdLength + 4 || bytes[0] is not (WithoutOrganization or Version))
        {
            return null;
        }

        var keyId = Convert.ToHexStringLower(bytes.Slice(1, KeyIdLength));
        var date = bytes.Slice(1 + KeyIdLength, 4);
        var rest = bytes[(1 + KeyIdLength + 4)..];
        try
        {
            var on = new DateOnly((date[0] << 8) | date[1], date[2], date[3]);
            string number = Take(ref rest), name = Take(ref rest), award = Take(ref rest), trade = Take(ref rest), competition = Take(ref rest);
            var organization = bytes[0] == Version ? Take(ref rest) : "";
            var issuers = new string[rest[0]];
            rest = rest[1..];
            for (var i = 0; i < issuers.Length; i++)
            {
                issuers[i] = Take(ref rest);
            }

            return rest.IsEmpty
                ? new SignedCertificate(keyId, number, name, award, trade.Length == 0 ? null : trade, competition, issuers, on, organization.Length == 0 ? null : organization)
                : null;
        }
        catch (Exception cut) when (cut is ArgumentOutOfRangeException or IndexOutOfRangeException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static void Append(List<byte> bytes, string text)
    {
        var encoded = Gb18030.GetBytes(text);
        if (encoded.Length > byte.MaxValue)
        {
            throw new ArgumentException($"Longer than 255 bytes of GB 18030, more than a certificate's QR holds: {text}", nameof(text));
        }

        bytes.Add((byte)encoded.Length);
        bytes.AddRange(encoded);
    }

    private static string Take(ref ReadOnlySpan<byte> rest)
    {
        var text = Gb18030.GetString(rest.Slice(1, rest[0]));
        rest = rest[(1 + rest[0])..];
        return text;
    }
}
