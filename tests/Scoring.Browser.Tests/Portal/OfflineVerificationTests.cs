using System.Security.Cryptography;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Certificates;
using Scoring.Display.Certificates.Offline;

namespace Scoring.Browser.Tests.Portal;

/// <summary>The page anyone may keep, opened from disk with the network off (R-H6): with the browser's own ECDSA and without it.</summary>
public sealed class OfflineVerificationTests : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string file = Path.Combine(Path.GetTempPath(), $"verify-{Guid.NewGuid():N}.html");

    private static CertificateFacts Facts { get; } = new(
        "YDB2026-DG-001", "荣誉证书", "欧阳𠅤䶮", "安阳恒泰电气有限公司", "电工", "一等奖", "2026年安阳市先进制造业劳动技能竞赛暨第一届“殷都杯”职工技能大赛",
        ["安阳市总工会", "安阳市工业和信息化局"], new DateOnly(2026, 4, 23));

    private static readonly (string Field, CertificateFacts Facts)[] Changed =
    [
        ("number", Facts with { Number = "YDB2026-DG-002" }), ("name", Facts with { Name = "欧阳㛃" }), ("award", Facts with { Award = "二等奖" }),
        ("trade", Facts with { Trade = "钳工" }), ("contest", Facts with { Competition = Facts.Competition + "。" }), ("issuers", Facts with { Issuers = ["安阳市总工会"] }),
        ("order of issuers", Facts with { Issuers = [.. Facts.Issuers.Reverse()] }), ("date", Facts with { Date = new DateOnly(2026, 4, 24) }),
    ];

    public void Dispose()
    {
        key.Dispose();
        File.Delete(file);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_kept_page_believes_the_genuine_and_no_changed_field_without_a_network(bool browserHasEcdsa)
    {
        var spki = key.ExportSubjectPublicKeyInfo();
        await File.WriteAllTextAsync(file, OfflineVerifier.Write(new Dictionary<string, byte[]> { [SignedCertificate.KeyIdOf(spki)] = spki }, "2026年4月23日"));
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person("http://127.0.0.1:1", 390, 844);
        await page.Context.SetOfflineAsync(true);
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, line) => errors.AddRange(line.Type == "error" ? [line.Text] : []);
        if (!browserHasEcdsa)
        {
            await page.AddInitScriptAsync("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })");
        }

        await page.GotoAsync("file://" + file);
        Assert.Equal(browserHasEcdsa, await page.EvaluateAsync<bool>("() => !!crypto.subtle"));

        var genuine = SignedCertificate.Sign(Facts, key);
        await Ask(page, "HTTP://192.168.1.10:5080/V/" + genuine);
        await Assertions.Expect(page.Locator("#answer h2")).ToHaveTextAsync("签名真实");
        await Assertions.Expect(page.Locator("#answer dl")).ToContainTextAsync("欧阳𠅤䶮");
        await Assertions.Expect(page.Locator("#answer dl")).ToContainTextAsync("安阳市总工会、安阳市工业和信息化局");
        await Chromium.Picture(page, "verify-offline");

        foreach (var (field, changed) in Changed)
        {
            var other = QrText.Decode(SignedCertificate.Sign(changed, key))!;
            await Ask(page, QrText.Encode([.. other[..^64], .. QrText.Decode(genuine)![^64..]]));
            await Assertions.Expect(page.Locator("#answer h2")).ToHaveTextAsync("核验不通过");
            Assert.True(await page.Locator("#answer.good").CountAsync() == 0, field);
        }

        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await Ask(page, SignedCertificate.Sign(Facts, stranger));
        await Assertions.Expect(page.Locator("#answer h2")).ToHaveTextAsync("不是这里签发的");
        await Ask(page, genuine[..^3]);
        await Assertions.Expect(page.Locator("#answer h2")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("读不出内容|核验不通过", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(["file://" + file], asked);
        Assert.Empty(errors);
    }

    // The answer is emptied first, so that an old one is never taken for the new.
    private static async Task Ask(IPage page, string text)
    {
        await page.EvaluateAsync("() => { document.querySelector('#answer h2').textContent = '' }");
        await page.Locator("#text").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "核验" }).ClickAsync();
    }
}
