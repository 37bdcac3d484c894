using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Tablets;
using Scoring.Api.Files;
using Scoring.Api.Personal;
using Scoring.Api.Tests.Commands;
using Scoring.Api.Verify;
using Scoring.Core.Certificates;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;

namespace Scoring.Api.Tests.Fixtures;

/// <summary>What earlier versions left on somebody's disk opens and gives what it gave then (tests/fixtures/README.md).</summary>
public sealed class EarlierVersionTests
{
    public static TheoryData<string> Versions => [.. EarlierVersion.Names];

    [Fact]
    public void There_is_at_least_one() => Assert.NotEmpty(EarlierVersion.Names);

    [Theory, MemberData(nameof(Versions))]
    public async Task The_ledger_opens_and_folds_to_what_it_gave_then(string version)
    {
        var kept = EarlierVersion.Read(version);
        await using var host = await kept.Start();
        var open = host.Competitions.Find(new CompetitionId(kept.Competition))!;
        Assert.Null(open.Problem);
        Assert.Equal((kept.Head.Sequence, kept.Head.Hash), (open.Sequence, open.HeadHash));
        Same(kept, open.Read(state => state));
        Assert.Equal(
            kept.Personal.IdNumber,
            host.App.Services.GetRequiredService<PersonalSeal>().Open(open.Id, open.Read(s => s.Entrants[new(kept.Personal.Entrant)].Entrant.Sealed))?.IdNumber);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Verify_passes_for_ledger_backup_and_archive_and_changes_no_byte(string version)
    {
        var kept = EarlierVersion.Read(version);
        using var copy = new Copy(kept);
        foreach (var file in (string[])[$"competitions/{kept.Competition}.db", kept.Backup, kept.Archive])
        {
            var before = await File.ReadAllBytesAsync(copy.Of(file));
            var (code, output, error) = await CommandRun.Of("verify", copy.Of(file));
            Assert.True(code == 0, output + error);
            Assert.Contains(kept.Head.Hash[..8], output);
            Assert.Equal(before, await File.ReadAllBytesAsync(copy.Of(file)));
        }
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task The_archive_is_signed_with_the_key_published_then_and_its_competition_file_computes_the_same(string version)
    {
        var kept = EarlierVersion.Read(version);
        using var copy = new Copy(kept);
        using var key = ECDsa.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(kept.PublicKey));
        using var zip = ZipFile.OpenRead(copy.Of(kept.Archive));
        Assert.True(key.VerifyData(Bytes(zip, ArchiveManifest.FileName), Bytes(zip, ArchiveManifest.SignatureName), HashAlgorithmName.SHA256));

        zip.GetEntry(ArchiveManifest.CompetitionName)!.ExtractToFile(copy.Of("competition.json"));
        var (code, output, error) = await CommandRun.Of("compute", copy.Of("competition.json"));
        Assert.True(code == 0, error);
        using var computed = JsonDocument.Parse(output);
        Assert.Equal(
            kept.Trades.SelectMany(t => t.Entrants).Select(e => (e.Entrant, e.Rank, e.Award, e.Total)),
            computed.RootElement.GetProperty("trades").EnumerateArray().SelectMany(t => t.GetProperty("entrants").EnumerateArray()).Select(e => (
                e.GetProperty("entrant").GetString()!,
                e.TryGetProperty("rank", out var rank) ? rank.GetInt32() : (int?)null,
                e.TryGetProperty("award", out var award) ? award.GetString() : null,
                e.GetProperty("result").TryGetProperty("total", out var total) ? total.GetDecimal() : (decimal?)null)));
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task The_archive_is_held_against_the_organizers_key(string version)
    {
        var kept = EarlierVersion.Read(version);
        using var copy = new Copy(kept);
        using var key = ECDsa.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(kept.PublicKey));
        var print = Convert.ToHexString(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
        Assert.Equal(0, (await CommandRun.Of("verify", copy.Of(kept.Archive), "--key", print)).Code);

        var (code, output, error) = await CommandRun.Of("verify", copy.Of(kept.Archive), "--key", "0123456789abcdef");
        Assert.Equal(1, code);
        Assert.Contains("0123456789abcdef", output + error);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Backup_and_archive_are_restored_beside_the_old_and_give_the_same(string version)
    {
        var kept = EarlierVersion.Read(version);
        await using var host = await kept.Start();
        var restore = host.App.Services.GetRequiredService<CompetitionRestore>();
        foreach (var (file, id) in ((string, string)[])[(kept.Backup, "from-backup"), (kept.Archive, "from-archive")])
        {
            var (restored, fault) = await restore.Run(Path.Combine(host.Folder, file), new(id), "admin:test", default);
            Assert.Null(fault);
            Assert.Equal(kept.Head.Sequence + 1, restored!.Sequence); // its own id
            Same(kept, restored.Read(state => state));
        }
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Accounts_sign_in_and_the_tablet_is_still_its_judges(string version)
    {
        var kept = EarlierVersion.Read(version);
        await using var host = await kept.Start();
        foreach (var account in kept.Accounts)
        {
            using var browser = host.NewBrowser();
            await browser.SignIn(account.Login, account.Password);
            using var page = await browser.Get("/console/password");
            Assert.Equal(account.SignsIn ? HttpStatusCode.OK : HttpStatusCode.Redirect, page.StatusCode);
            Assert.Equal(account.Role, host.Accounts.Find(account.Login)?.Role.ToString());
        }

        using var tablet = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = host.Address };
        tablet.DefaultRequestHeaders.Add("Cookie", kept.Tablet.Cookie);
        var paired = await tablet.GetFromJsonAsync<PairedAs>("/judge/api/me");
        Assert.Equal(kept.Tablet.Name, paired?.DeviceName);
        Assert.Equal(kept.Tablet.Judge, Assert.Single(host.App.Services.GetRequiredService<PairedTablets>().All).Judge.Value);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Every_certificate_printed_then_verifies_by_its_code_and_says_whether_it_holds(string version)
    {
        var kept = EarlierVersion.Read(version);
        await using var host = await kept.Start();
        var feed = host.App.Services.GetRequiredService<IResultsFeed>();
        Assert.Contains(kept.Certificates, c => c.Revoked is not null);
        foreach (var certificate in kept.Certificates)
        {
            var check = SignedCertificate.Verify(VerificationLink.PayloadOf(certificate.Qr), feed.CertificateKeys, out var signed);
            Assert.Equal((SignatureCheck.Genuine, certificate.Number, certificate.Name), (check, signed?.Number, signed?.Name));
            var standing = await feed.Certificate(certificate.Number, default);
            Assert.Equal(certificate.Revoked is null, standing?.State == CertificateState.Valid);
            Assert.Equal(kept.Certificates.FirstOrDefault(c => c.Replaces == certificate.Number)?.Number, standing?.ReplacedBy);
            using var phone = host.NewBrowser();
            var page = WebUtility.HtmlDecode(await phone.Read(new Uri(certificate.Qr).AbsolutePath));
            Assert.Contains(certificate.Number, page);
            Assert.Equal(certificate.Revoked is null, page.Contains("证书有效", StringComparison.Ordinal));
        }
    }

    private static void Same(EarlierVersion kept, CompetitionState state) =>
        Assert.Equal(StateAsKept.Text(kept.Trades, kept.Teams, kept.TeamCertificates), StateAsKept.Text(state));

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var from = zip.GetEntry(name)!.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    private sealed class Copy : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("scoring-kept-").FullName;

        public Copy(EarlierVersion kept) => kept.CopyTo(folder);

        public string Of(string file) => Path.Combine(folder, file);

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
