using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Scoring.Display.Certificates.Offline;

/// <summary>The verification page as one file that anyone may keep (R-H6): public keys, check and camera inside; its own policy forbids it to load or send anything.</summary>
public static class OfflineVerifier
{
    private static readonly string Page = Resource("verify.html"), Style = Resource("verify.css"), Script = Resource("verify.js");

    /// <summary>What the page may do; for the header it is served with, and inside it.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; script-src '{Hash(Script)}'; style-src '{Hash(Style)}'; img-src blob: data:; media-src blob: mediastream:; base-uri 'none'; form-action 'none'";

    /// <param name="publicKeys">SubjectPublicKeyInfo by key id.</param>
    /// <param name="made">In words, so that a reader knows how old the keys in it are.</param>
    public static string Write(IReadOnlyDictionary<string, byte[]> publicKeys, string made)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["csp"] = Policy,
            ["style"] = Style,
            ["script"] = Script,
            ["made"] = WebUtility.HtmlEncode(made),
            ["fingerprints"] = string.Join('、', publicKeys.Keys.Order(StringComparer.Ordinal)),
            ["keys"] = JsonSerializer.Serialize(publicKeys.ToDictionary(key => key.Key, key => Convert.ToBase64String(key.Value), StringComparer.Ordinal)),
        };
        var page = new StringBuilder();
        for (var at = 0; at < Page.Length;)
        {
            var open = Page.IndexOf('{', at);
            var close = open < 0 ? -1 : Page.IndexOf('}', open);
            if (close < 0)
            {
                page.Append(Page, at, Page.Length - at);
                break;
            }

            page.Append(Page, at, open - at).Append(values[Page[(open + 1)..close]]);
            at = close + 1;
        }

        return page.ToString();
    }

    private static string Hash(string inline) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(inline)))}";

    private static string Resource(string name)
    {
        using var stream = typeof(OfflineVerifier).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n"); // a browser hashes what it parsed
    }
}
