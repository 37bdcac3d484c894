using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Certificates;
using Scoring.Api.Shelf;
using Scoring.Api.Tests.Console;
using Scoring.Core.Certificates;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Certificates;

public sealed class CertificateKeyTests
{
    private const string Page = "/console/certificate-keys", Password = "殷都杯-2026";

    private static CertificateFacts Facts { get; } = new("YDB2026-DG-001", "荣誉证书", "张志远", null, "电工", "一等奖", "殷都杯", ["安阳市总工会"], new DateOnly(2026, 4, 23));

    [Fact]
    public async Task A_key_exported_here_signs_there_and_what_was_signed_there_before_still_verifies()
    {
        await using var here = await ConsoleHost.Start();
        await using var there = await ConsoleHost.Start();
        using var admin = await here.SignedIn(Role.Admin);
        var pem = await (await admin.Post(Page, new() { ["password"] = Password, ["again"] = Password }, $"{Page}?handler=export")).Content.ReadAsStringAsync();
        Assert.StartsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----", pem, StringComparison.Ordinal);

        var (mine, other) = (Keys(here), Keys(there));
        var before = other.Sign(Facts);
        Assert.NotEqual(mine.CurrentId, other.CurrentId);
        Assert.NotNull(other.Import(pem, "wrong-password"));
        Assert.NotEqual(mine.CurrentId, other.CurrentId);
        Assert.Null(other.Import(pem, Password));
        Assert.Equal(mine.CurrentId, other.CurrentId);
        Assert.Equal(SignatureCheck.Genuine, SignedCertificate.Verify(before, other.PublicKeys, out _));
        Assert.Equal(SignatureCheck.Genuine, SignedCertificate.Verify(other.Sign(Facts), mine.PublicKeys, out _));
    }

    [Fact]
    public async Task The_key_on_disk_is_not_readable_as_a_key()
    {
        await using var host = await ConsoleHost.Start();
        var keys = Keys(host);
        keys.Sign(Facts);
        var options = host.App.Services.GetRequiredService<Scoring.Api.Hosting.ScoringOptions>();
        var stored = await File.ReadAllBytesAsync(Path.Combine(options.Folder("keys"), "certificates.key"));
        using var key = System.Security.Cryptography.ECDsa.Create();
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => key.ImportPkcs8PrivateKey(stored, out _));
    }

    [Fact] // R-H6
    public async Task The_online_page_believes_the_genuine_with_its_state_and_no_changed_field()
    {
        await using var host = await ConsoleHost.Start();
        var (open, issued) = await host.LoadIssued();
        var keys = Keys(host);
        var qr = VerificationLink.PayloadOf(open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Certificates[0].Certificate.Qr));
        using var phone = host.NewBrowser();
        var page = WebUtility.HtmlDecode(await phone.Read("/V/" + qr));
        Assert.Contains("证书有效", page, StringComparison.Ordinal);
        Assert.Contains(issued[0].Name, page, StringComparison.Ordinal); // in full: a namesake of the same surname cannot show it as the own
        Assert.Contains(issued[0].Organization!, page, StringComparison.Ordinal);
        Assert.DoesNotContain(issued[0].Name, await phone.Read($"/portal/verify?number={issued[0].Number}"), StringComparison.Ordinal); // who has no paper sees no name

        foreach (var changed in (CertificateFacts[])[issued[0] with { Number = issued[1].Number }, issued[0] with { Name = "李四" }, issued[0] with { Award = "特等奖" }, issued[0] with { Trade = "钳工" },
            issued[0] with { Competition = "别的竞赛" }, issued[0] with { Organization = "别的厂" }, issued[0] with { Issuers = ["别的单位"] }, issued[0] with { Date = issued[0].Date.AddDays(1) }])
        {
            var forged = QrText.Encode([.. QrText.Decode(keys.Sign(changed))![..^64], .. QrText.Decode(qr)![^64..]]);
            Assert.Contains("核验不通过", WebUtility.HtmlDecode(await phone.Read("/V/" + forged)), StringComparison.Ordinal);
        }

        await open.Execute(Guid.NewGuid(), "admin:a", s => Core.Issuing.RevokeCertificate.Decide(s, new(Role.Admin, "a", new(null, [])), MarkedContest.Dg, issued[0].Number, "更正"));
        Assert.Contains("证书已撤销", WebUtility.HtmlDecode(await phone.Read("/V/" + qr)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_changed_or_declared_lost_leaves_what_stands_in_the_ledger_valid_and_nothing_else()
    {
        await using var host = await ConsoleHost.Start();
        var (open, issued) = await host.LoadIssued();
        var qr = VerificationLink.PayloadOf(open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Certificates[0].Certificate.Qr));
        var keys = Keys(host);
        var (first, stolen) = (keys.CurrentId, keys.Sign(issued[0] with { Name = "李四" }));
        using var admin = await host.SignedIn(Role.Admin);
        using var phone = host.NewBrowser();
        await admin.Post(Page, [], $"{Page}?handler=Rotate");
        Assert.NotEqual(first, keys.CurrentId);
        Assert.Contains("证书有效", WebUtility.HtmlDecode(await phone.Read("/V/" + qr)), StringComparison.Ordinal);

        await admin.Post(Page, new() { ["key"] = first }, $"{Page}?handler=Lost");
        Assert.Equal([first], keys.Lost);
        var page = WebUtility.HtmlDecode(await phone.Read("/V/" + qr));
        Assert.Contains("证书有效", page, StringComparison.Ordinal);
        Assert.Contains("按颁发单位的登记核对", page, StringComparison.Ordinal);
        Assert.Contains("核验不通过", WebUtility.HtmlDecode(await phone.Read("/V/" + stolen)), StringComparison.Ordinal); // the thief's own
        Assert.DoesNotContain(first, await phone.Read("/verify-offline.html"), StringComparison.Ordinal);

        var second = keys.CurrentId;
        await admin.Post(Page, new() { ["key"] = second }, $"{Page}?handler=Lost");
        Assert.NotEqual(second, keys.CurrentId); // the one in use is changed at once
        await host.Restart();
        Assert.Equal(new[] { first, second }.Order(StringComparer.Ordinal), Keys(host).Lost);
        Assert.Contains("证书有效", WebUtility.HtmlDecode(await phone.Read("/V/" + qr)), StringComparison.Ordinal);
        Assert.Empty(host.App.Services.GetRequiredService<MissingKeys>().Lines());
    }

    [Fact]
    public async Task The_page_to_keep_is_one_file_that_may_load_nothing()
    {
        await using var host = await ConsoleHost.Start();
        using var phone = host.NewBrowser();
        var answer = await phone.Get("/verify-offline.html");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains(Keys(host).CurrentId, page, StringComparison.Ordinal);
        Assert.DoesNotMatch("""(src|href)=["']""", page);
        Assert.DoesNotContain("fetch(", page, StringComparison.Ordinal);
    }

    private static CertificateKeys Keys(ConsoleHost host) => host.App.Services.GetRequiredService<CertificateKeys>();
}
