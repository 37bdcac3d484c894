using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Display.Certificates;
using Scoring.Display.Screens;
using Scoring.Testing;

namespace Scoring.Api.Tests.Security.Held;

/// <summary>Lists, pictures, templates and keys that are something else than they say.</summary>
internal static class OnUploads
{
    private const string Import = HeldSite.Contest + "/import", Screens = HeldSite.Contest + "/screens";

    private const string Printing = HeldSite.Contest + "/printing", Templates = HeldSite.Contest + "/templates";

    private const string Sheet = "xl/worksheets/sheet1.xml";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static readonly Attack[] Rows =
    [
        new("uploads named to leave their folder, or of another kind", "refused or under a bare name, never outside", async s =>
        {
            var svg = Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
            foreach (var name in new[]
            {
                "../../evil.png", "..\\evil.png", "/etc/evil.png", "evil\r\nX-Evil: 1.png", "evil\0.png", "evil.svg", "evil.html",
            })
            {
                await s.Sends(Screens, "Upload", name, svg, new() { ["use"] = "Logo" }, field: "upload");
            }

            var kept = Directory.EnumerateFiles(Path.GetDirectoryName(s.Host.Folder)!, "*evil*").Concat(
                Directory.EnumerateFiles(s.Host.Folder, "*evil*", SearchOption.AllDirectories)).ToList();
            Assert.NotEmpty(kept);
            var logos = Path.Combine(s.Host.Folder, "screens", "logo");
            Assert.All(kept, file => Assert.Equal(logos, Path.GetDirectoryName(file), ignoreCase: true));
            Assert.DoesNotContain(kept, file => Path.GetExtension(file) is ".svg" or ".html");
        }),
        new("markup in a picture's file", "served as a picture that no browser runs", async s =>
        {
            var markup = "<script>alert(1)</script>"u8.ToArray();
            await s.Sends(Screens, "Upload", "markup.png", markup, new() { ["use"] = "Sponsors" }, field: "upload");
            var address = s.Host.App.Services.GetRequiredService<ScreenFiles>().All.Single(f => f.Label == "markup").Address;
            using var answer = await s.Admin.Get(address);
            Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }),
        new("a workbook that reads a file of the server (XXE)", "refused in words, nothing of the file", async s =>
        {
            var secret = Path.Combine(s.Host.Folder, "secret.txt");
            await File.WriteAllTextAsync(secret, "the-secret-of-the-server");
            foreach (var outside in new[] { new Uri(secret).ToString(), "http://127.0.0.1:9/x.dtd" })
            {
                var said = await s.Sends(Import, "Upload", "名单.xlsx", Workbook(Typed($"<!ENTITY x SYSTEM \"{outside}\">")));
                Assert.Contains("名单.xlsx", said, StringComparison.Ordinal);
                Assert.DoesNotContain("the-secret-of-the-server", said, StringComparison.Ordinal);
                Assert.DoesNotContain("可以导入", said, StringComparison.Ordinal);
            }

            var names = s.Open.Read(state => string.Concat(state.Entrants.Values.Select(e => e.Entrant.Name)));
            Assert.DoesNotContain("secret", names, StringComparison.Ordinal);
        }),
        new("a workbook of entities that double (billion laughs)", "refused in words", async s =>
        {
            var laughs = string.Concat(Enumerable.Range(1, 30).Select(n => $"<!ENTITY x{n} \"&x{n - 1};&x{n - 1};\">"));
            var said = await s.Sends(Import, "Upload", "名单.xlsx", Workbook(Typed($"<!ENTITY x0 \"ha\">{laughs}<!ENTITY x \"&x30;\">")));
            Assert.DoesNotContain("可以导入", said, StringComparison.Ordinal);
        }),
        new("a workbook of some KB that unpacks to hundreds of MB", "refused in words, unpacked to nothing", async s =>
        {
            foreach (var part in new[] { Sheet, "xl/sharedStrings.xml", "xl/styles.xml" })
            {
                var file = Workbook(new string(' ', 1), (part, 300));
                Assert.True(file.Length < 2_000_000);
                Assert.Contains("展开后太大", await s.Sends(Import, "Upload", "名单.xlsx", file), StringComparison.Ordinal);
            }
        }),
        new("photos of some KB that unpack to hundreds of MB, and say they do not", "left out by name, the others taken", async s =>
        {
            var names = s.Open.Read(state => state.Entrants.Values.GroupBy(e => e.Entrant.Name)
                .Where(g => g.Count() == 1).Take(2).Select(g => g.Key + ".png").ToList());
            var said = await s.Sends(Import, "Photos", "照片.zip", Zip((names[0], Png, 300), (names[1], Png, 1)), field: "photos");
            Assert.Contains("存了 1 人", said, StringComparison.Ordinal);
            Assert.Contains("超过 8 MB", said, StringComparison.Ordinal);
            // No more is read of an entry than it says.
            await s.Sends(Import, "Photos", "照片.zip", Lying(Zip((names[0], Png, 20)), says: 1000), field: "photos");
            said = await s.Sends(Import, "Photos", "照片.zip", "PK\u0003\u0004 and no more"u8.ToArray(), field: "photos");
            Assert.Contains("打不开", said, StringComparison.Ordinal);
            var photos = Path.Combine(s.Host.Folder, "screens", "photos");
            Assert.DoesNotContain(Directory.EnumerateFiles(photos), f => new FileInfo(f).Length > ScreenFiles.LargestPicture);
        }),
        new("certificate templates: huge, of no number, with script, a hundred thousand deep", "refused or painted clean", async s =>
        {
            var good = CertificateTemplates.Write(CertificateTemplates.Festive);
            foreach (var bad in new[]
            {
                "", "null", "[]", "{", new string('[', 100_000), string.Concat(Enumerable.Repeat("{\"a\":", 100_000)),
                With("1e308"), With("-297"), With("NaN"), With("\"297\""), With("null"), With($"\"{new string('x', 3_000_000)}\""),
            })
            {
                var refused = await s.Admin.Post(Templates, new() { ["json"] = bad }, $"{Templates}?handler=Preview");
                Assert.True(refused.StatusCode == HttpStatusCode.BadRequest, $"{bad[..Math.Min(100, bad.Length)]}: {refused.StatusCode}");
            }

            var evil = good.Replace("证书", "<script>alert(1)</script>", StringComparison.Ordinal);
            var painted = await s.Admin.Post(Templates, new() { ["json"] = evil }, $"{Templates}?handler=Preview");
            Assert.DoesNotContain("<script", await painted.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);

            string With(string width) =>
                Regex.Replace(good, "\"width\": ?297", $"\"width\": {width}", RegexOptions.None, TimeSpan.FromSeconds(5));
        }),
        new("a signing certificate (PKCS#12) that is rubbish, too large, cut, keyless, costly", "refused, nothing printed", async s =>
        {
            var whole = Pkcs12(rounds: 2000);
            foreach (var (file, password) in new (byte[], string)[]
            {
                ("rubbish"u8.ToArray(), ""), (new byte[60_000], ""), (new byte[100_000], ""), (whole[..(whole.Length / 2)], "p"),
                (whole, "not p"), (Bare(), "p"), (Pkcs12(rounds: 400_000), "p"),
            })
            {
                var said = await s.Sends(Printing, "start", "key.p12", file, new() { ["sealPassword"] = password }, field: "seal");
                Assert.Contains("没有打印", said, StringComparison.Ordinal);
            }
        }),
    ];

    private static string Typed(string entities) =>
        $"""
        <?xml version="1.0"?><!DOCTYPE worksheet [{entities}]>
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>单位</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>&x;</t></is></c><c r="B2" t="inlineStr"><is><t>&x;</t></is></c></row>
        </sheetData></worksheet>
        """;

    /// <summary>An honest workbook whose list is something else; and one part, if given, is so many MB of blanks.</summary>
    private static byte[] Workbook(string sheet, (string Part, int Megabytes)? blown = null)
    {
        using var bytes = new MemoryStream();
        bytes.Write(new MessyWorkbook().Row("姓名", "单位").Row("甲", "乙").Bytes());
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = blown?.Part ?? Sheet;
            zip.Entries.FirstOrDefault(e => e.FullName == part)?.Delete();
            using var entry = zip.CreateEntry(part).Open();
            entry.Write(Encoding.UTF8.GetBytes(sheet));
            Blanks(entry, blown?.Megabytes ?? 0);
        }

        return bytes.ToArray();
    }

    internal static byte[] Zip(params (string Name, byte[] Start, int Megabytes)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, start, megabytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(start);
                Blanks(entry, megabytes);
            }
        }

        return bytes.ToArray();
    }

    private static void Blanks(Stream entry, int megabytes)
    {
        var blank = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
        for (var n = 0; n < megabytes; n++)
        {
            entry.Write(blank);
        }
    }

    /// <summary>Of one entry: its directory tells another size than it unpacks to.</summary>
    private static byte[] Lying(byte[] zip, int says)
    {
        var directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(zip.AsSpan(directory + 24), says);
        return zip;
    }

    private static byte[] Pkcs12(int rounds)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=总工会", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return certificate.ExportPkcs12(new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, rounds), "p");
    }

    private static byte[] Bare()
    {
        using var whole = X509CertificateLoader.LoadPkcs12(Pkcs12(2000), "p");
        using var bare = X509CertificateLoader.LoadCertificate(whole.RawData);
        return bare.ExportPkcs12(new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 2000), "p");
    }
}
