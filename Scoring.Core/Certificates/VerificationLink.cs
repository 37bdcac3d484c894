namespace Scoring.Core.Certificates;

/// <summary>The text of a certificate's QR: where to verify, and the payload, in one address of capitals that fits the QR's small alphabet.</summary>
/// <remarks>Scheme and host of an address may be written in capitals; the page answers to <see cref="Path"/> in either case.</remarks>
public static class VerificationLink
{
    /// <summary>Where the verification page answers: <c>/V/{payload}</c>.</summary>
    public const string Path = "/V/";

    /// <param name="address">Of the portal as phones reach it, e.g. http://192.168.1.10:5080.</param>
    public static string Write(Uri address, string payload) => address.GetLeftPart(UriPartial.Authority).ToUpperInvariant() + Path + payload;

    /// <summary>The payload in a scanned or pasted text: the whole address or the payload alone.</summary>
    public static string PayloadOf(string scanned)
    {
        var text = scanned.Trim();
        return text[(text.LastIndexOf('/') + 1)..];
    }
}
