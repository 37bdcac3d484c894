using System.Security.Cryptography;

namespace Scoring.Api.Tablets;

/// <summary>Characters a judge cannot mistake on paper or screen: no 0 O, 1 I L, 8 B, 5 S, 2 Z, U V.</summary>
internal static class PairingAlphabet
{
    private const string Letters = "34679ACDEFGHJKMNPQRTWXY";
    public const int Length = 6;

    public static string NewCode() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>As typed: case, spaces, hyphens and full width do not matter. Null: cannot be a code.</summary>
    public static string? Normalize(string? typed)
    {
        var text = new string((typed ?? "").Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetterOrDigit).ToArray());
        return text.Length == Length && text.All(c => Letters.Contains(c, StringComparison.Ordinal)) ? text : null;
    }
}
