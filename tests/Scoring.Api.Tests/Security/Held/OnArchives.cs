using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Scoring.Api.Tests.Commands;

namespace Scoring.Api.Tests.Security.Held;

/// <summary>What somebody hands the admin as a backup, an archive or a key.</summary>
internal static class OnArchives
{
    private const string Competitions = "/console/competitions", Keys = "/console/certificate-keys";

    public static readonly Attack[] Rows =
    [
        new("archives of some KB that unpack to hundreds of MB", "refused in words, here and by verify", async s =>
        {
            foreach (var entry in new[] { "manifest.json", "ledger.db", "competition.json", "photos/a.jpg" })
            {
                var file = OnUploads.Zip((entry, "{"u8.ToArray(), 300));
                Assert.True(file.Length < 2_000_000);
                Assert.Contains("展开后太大", await Restored(s, file), StringComparison.Ordinal);
                var path = Path.Combine(s.Host.Folder, "bomb.zip");
                await File.WriteAllBytesAsync(path, file);
                var (code, output, error) = await CommandRun.Of("verify", path);
                Assert.Equal(1, code);
                Assert.Contains("展开后太大", output + error, StringComparison.Ordinal);
                File.Delete(path);
            }
        }),
        new("archives whose manifest is no manifest, names a file twice, none, or lies outside", "refused in words", async s =>
        {
            const string Good = """
                {"format":1,"competition":"c","name":"n","madeAt":"2026-04-23T00:00:00Z","version":"1","sequence":1,"head":"00000000",
                "key":"AAAA","files":[{"name":"ledger.db","size":1,"sha256":"00"}]}
                """;
            foreach (var bad in new[]
            {
                "", "null", "[]", "{}", "\0", new string('[', 100_000), Of(m => m["files"]!.AsArray().Add(m["files"]![0]!.DeepClone())),
                Of(m => m["files"]!.AsArray().Add(null)), Of(m => m["files"]![0]!["name"] = null),
                Of(m => m["files"]![0]!["name"] = "../../evil"),
                Of(m => m["head"] = "1"), Of(m => m["key"] = "no base 64"),
                Of(m => m["key"] = null), Of(m => m["format"] = 2_000_000_000), Of(m => m["sequence"] = -1), Of(m => m["madeAt"] = "never"),
            })
            {
                var file = OnUploads.Zip(("manifest.json", Encoding.UTF8.GetBytes(bad), 0), ("ledger.db", [1], 0));
                Assert.Contains("没有恢复", await Restored(s, file), StringComparison.Ordinal);
            }

            Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(s.Host.Folder)!, "evil*"));

            static string Of(Action<JsonNode> change)
            {
                var manifest = JsonNode.Parse(Good)!;
                change(manifest);
                return manifest.ToJsonString();
            }
        }),
        new("backups that are no ledger, under any name", "refused in words", async s =>
        {
            foreach (var (name, file) in new (string, byte[])[]
            {
                ("x.db", "rubbish"u8.ToArray()), ("x.db", [.. "SQLite format 3\0"u8, .. new byte[4000]]),
                ("x.zip", "PK\u0003\u0004"u8.ToArray()),
                ("..\0/x.db", new byte[10]), ("x." + new string('d', 3000), new byte[10]),
            })
            {
                var said = await Restored(s, file, name);
                Assert.True(said.Contains("没有恢复", StringComparison.Ordinal) || said.Contains("不是", StringComparison.Ordinal), said);
            }
        }),
        new("keys that are none, or cost minutes to open", "refused in words", async s =>
        {
            // The own key is made when it is first needed.
            await s.Sends(Keys, "Import", "key.pem", "rubbish"u8.ToArray(), new() { ["password"] = "password-1" });
            foreach (var handler in new[] { "Import", "Trust" })
            {
                foreach (var text in new[]
                {
                    "rubbish", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", new string('A', 300_000),
                    "-----BEGIN ENCRYPTED PRIVATE KEY-----", Costly(),
                })
                {
                    var before = KeyFiles(s);
                    await s.Sends(Keys, handler, "key.pem", Encoding.ASCII.GetBytes(text), new() { ["password"] = "password-1" });
                    Assert.Equal(before, KeyFiles(s));
                }
            }
        }),
    ];

    private static IEnumerable<string> KeyFiles(HeldSite s) =>
        Directory.GetFiles(Path.Combine(s.Host.Folder, "keys"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>A sealed key whose password is stretched eight million times, as its first bytes claim.</summary>
    private static string Costly()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var stretch = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 0x0186A0);
        var bytes = key.ExportEncryptedPkcs8PrivateKey("password-1", stretch);
        var rounds = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x02, 0x03, 0x01, 0x86, 0xA0]);
        bytes[rounds + 2] = 0x7F; // of 100,000
        return PemEncoding.WriteString("ENCRYPTED PRIVATE KEY", bytes);
    }

    private static async Task<string> Restored(HeldSite s, byte[] file, string name = "归档.zip")
    {
        var said = await s.Sends(Competitions, "Restore", name, file, new() { ["key"] = "handed-in" });
        Assert.Null(s.Host.Competitions.Find(new("handed-in")));
        return said;
    }
}
