using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Scoring.Core.Certificates;
using Scoring.Testing;

namespace Scoring.Package.Tests;

/// <summary>The Windows package under wine, over the data of an earlier version: a certificate is signed, printed, read back from its
/// paper and verified, with a key made there and the key that came with the data.</summary>
public sealed partial class WindowsCertificateTests
{
    private const string Contest = "/console/fixture/", Page = Contest + "certificates/qg", Keys = "/console/certificate-keys";

    [Fact]
    public async Task Under_wine_a_certificate_is_issued_read_back_from_its_PDF_and_verified()
    {
        foreach (var tool in (string[])["pdftotext", "pdftoppm", "zbarimg"])
        {
            Assert.SkipUnless(Package.Has(tool), $"{tool} is not installed");
        }

        using var package = Package.Of("win-x64");
        using var wine = new Wine(package.Scratch);
        var (data, kept) = EarlierData(package.Scratch);
        var program = Wine.PathOf(package.Under("program", "Scoring.Api.exe"));
        await using var server = new PackagedServer(url => wine.Command(program, "serve", "--data", Wine.PathOf(data), "--url", url));
        await server.Run();
        using var admin = new ConsoleClient(new(server.Url));
        var account = kept["accounts"]![0]!;
        await admin.SignIn(Text(account, "login"), Text(account, "password"));
        var before = await admin.Read(Keys);
        await admin.Post(Keys + "?handler=Rotate", []); // made by this Windows
        Assert.NotEqual(KeyOf(before), KeyOf(await admin.Read(Keys)));

        var old = kept["trades"]![0]!["certificates"]![0]!;
        await admin.Read(Page);
        await admin.Post(Page + "?handler=Revoke", new()
        {
            ["number"] = Text(old, "number"), ["reason"] = "换发", ["Entry"] = Guid.NewGuid().ToString(),
        });
        await admin.Post(Page + "?handler=Issue", new()
        {
            ["date"] = Day().Match(await admin.Read(Page)).Groups["day"].Value,
            ["address"] = "http://192.168.1.10:5080",
            ["Entry"] = Guid.NewGuid().ToString(),
        });
        var row = WebUtility.HtmlDecode(await admin.Read(Page)).Split("<tr")
            .Single(r => r.Contains("换发 " + Text(old, "number"), StringComparison.Ordinal));
        var number = Issued().Match(row).Groups["number"].Value;
        Assert.True(number.Length > 0, row); // issued, not only planned
        var link = ReadBack(package.Scratch, await admin.Bytes($"{Page}?handler=print&number={number}"), Text(old, "name"), number);
        Assert.True(KeyOf(await admin.Read(Keys)) == SignedCertificate.KeyOf(VerificationLink.PayloadOf(link)), link);
        await Verified(server.Url, VerificationLink.PayloadOf(link), "证书有效", number);
        await Verified(server.Url, VerificationLink.PayloadOf(Text(old, "qr")), "不能作为获奖凭证", Text(old, "number"));
        var untouched = kept["trades"]![0]!["certificates"]!.AsArray().First(c => c!["revoked"] is null && c != old)!;
        await Verified(server.Url, VerificationLink.PayloadOf(Text(untouched, "qr")), "证书有效", Text(untouched, "number"));

        server.Kill();
        await server.Run();
        await Verified(server.Url, VerificationLink.PayloadOf(link), "证书有效", number);
    }

    private static (string Folder, JsonNode Kept) EarlierData(string scratch)
    {
        var versions = Directory.EnumerateDirectories(Path.Combine(Package.Repository, "tests", "fixtures"));
        var version = versions.Order(StringComparer.Ordinal).First();
        var (from, to) = (Path.Combine(version, "installation"), Path.Combine(scratch, "旧数据"));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // not null: below the target
            File.Copy(file, copy);
        }

        return (to, JsonNode.Parse(File.ReadAllText(Path.Combine(version, "expected.json")))!); // not null: an object
    }

    /// <summary>What the paper says, and where its QR leads.</summary>
    private static string ReadBack(string scratch, byte[] pdf, string name, string number)
    {
        var file = Path.Combine(scratch, "证书.pdf");
        File.WriteAllBytes(file, pdf);
        var text = Package.Tool("pdftotext", file, "-").Said.Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains(name, text, StringComparison.Ordinal);
        Assert.Contains(number, text, StringComparison.Ordinal);
        foreach (var dots in (string[])["300", "200", "400", "250"]) // a phone looks more than once
        {
            Assert.Equal(0, Package.Tool("pdftoppm", "-r", dots, "-png", "-singlefile", file, file).Code);
            var (_, said) = Package.Tool("zbarimg", "--quiet", "--raw", file + ".png"); // warnings of its own too
            if (said.Split('\n').FirstOrDefault(l => l.StartsWith("HTTP", StringComparison.OrdinalIgnoreCase)) is { } link)
            {
                return link.Trim();
            }
        }

        throw new InvalidOperationException("no QR was read from the paper");
    }

    /// <summary>By somebody who is not signed in.</summary>
    private static async Task Verified(string url, string payload, string verdict, string number)
    {
        using var phone = new HttpClient { BaseAddress = new(url) };
        var page = WebUtility.HtmlDecode(await phone.GetStringAsync("/V/" + payload));
        Assert.Contains(verdict, page, StringComparison.Ordinal);
        Assert.Contains(number, page, StringComparison.Ordinal);
    }

    private static string Text(JsonNode node, string property) => node[property]!.GetValue<string>(); // not null: the fixture has it

    private static string KeyOf(string page) => Key().Match(page).Groups["key"].Value;

    [GeneratedRegex("handler=print&number=(?<number>[^\"]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Issued();

    [GeneratedRegex("name=\"date\" value=\"(?<day>[^\"]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();

    [GeneratedRegex("<b>(?<key>[0-9a-f]{8})</b>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
