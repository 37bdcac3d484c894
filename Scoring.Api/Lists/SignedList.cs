// A list that goes from one installation to another unchanged (R-K11): its text, and the signature of the installation's certificate key
// over it.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Scoring.Core.Json;
using Scoring.Display.Certificates;

namespace Scoring.Api.Lists;

/// <param name="Key">SubjectPublicKeyInfo in base64.</param>
/// <param name="List">A <see cref="SignedTable"/> as text: what is signed is these very characters.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256 over the UTF-8 of <paramref name="List"/>, in base64.</param>
public sealed record SignedList(string Format, string Key, string List, string Signature)
{
    public const string CurrentFormat = "scoring-signed-list/1", Extension = ".signed.json";

    private const string Altered = "这个名单签名以后被改动过，或者不完整，没有读入。请向出具名单的单位重新要一份，不要用编辑器打开另存。";

    private const int Largest = 100_000;

    /// <param name="key">Public key of <paramref name="sign"/>.</param>
    public static byte[] Write(PaperList list, DateTimeOffset at, byte[] key, Func<byte[], byte[]> sign)
    {
        var table = list.Tables[0];
        var text = JsonSerializer.Serialize(
            new SignedTable(list.Title, list.Under, at, [.. table.Columns.Select(c => c.Name)], table.Rows), ScoringJson.Options);
        return JsonSerializer.SerializeToUtf8Bytes(
            new SignedList(CurrentFormat, Convert.ToBase64String(key), text, Convert.ToBase64String(sign(Encoding.UTF8.GetBytes(text)))),
            ScoringJson.Options);
    }

    /// <summary>Whether a text begins like one.</summary>
    public static bool Begins(string start) => start.StartsWith('{') && start.Contains("\"scoring-signed-list/", StringComparison.Ordinal);

    /// <summary>The list as a sheet, with who signed it.</summary>
    /// <exception cref="UnreadableFileException">It is not what was signed.</exception>
    public static Spreadsheet Read(byte[] file)
    {
        try
        {
            var signed = JsonSerializer.Deserialize<SignedList>(file, ScoringJson.Options);
            if (signed is { Format: not CurrentFormat })
            {
                throw new UnreadableFileException("这个签名名单是更新的版本做的，请先更新本系统再导入。");
            }

            if (signed is null || !Genuine(signed) || JsonSerializer.Deserialize<SignedTable>(signed.List,
                ScoringJson.Options) is not { } table
                || table.Rows.Count > Largest || table.Rows.Any(r => r.Count != table.Columns.Count))
            {
                throw new UnreadableFileException(Altered);
            }

            var rows = table.Under.Prepend(table.Title).Select(line => (IReadOnlyList<Cell>)[new Cell(line, CellKind.Text)])
                .Append([.. table.Columns.Select(c => new Cell(c, CellKind.Text))])
                .Concat(table.Rows.Select(r => (IReadOnlyList<Cell>)[.. r.Select(t => t.Length == 0 ? Worksheet.Blank : new Cell(t,
                    CellKind.Text))]));
            var sheet = new Worksheet(table.Title, [.. rows], new HashSet<int>(), new HashSet<int>(), []);
            return new Spreadsheet([sheet]) { Signer = new Signer(Print(Convert.FromBase64String(signed.Key)), table.MadeAt) };
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or CryptographicException or NotSupportedException)
        {
            throw new UnreadableFileException(Altered);
        }
    }

    /// <summary>First eight bytes of a key's SHA-256, as people compare them.</summary>
    public static string Print(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..16];

    private static bool Genuine(SignedList signed)
    {
        using var key = P256.Empty();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(signed.Key), out _);
        return key.KeySize == 256
            && key.VerifyData(Encoding.UTF8.GetBytes(signed.List), Convert.FromBase64String(signed.Signature), HashAlgorithmName.SHA256);
    }
}

/// <param name="Under">Lines under the title.</param>
public sealed record SignedTable(
    string Title, IReadOnlyList<string> Under, DateTimeOffset MadeAt, IReadOnlyList<string> Columns,
        IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>Whose signature a list carries.</summary>
/// <param name="KeyPrint">Of the key, as people compare it.</param>
public sealed record Signer(string KeyPrint, DateTimeOffset At);
