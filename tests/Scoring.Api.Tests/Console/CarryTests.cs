using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Scoring.Api.Tablets;
using Scoring.Api.Tests.Hubs;
using Scoring.Core.Certificates;
using Scoring.Core.Contracts;
using Scoring.Core.Json;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Console;

/// <summary>A sheet that comes as QR codes: the same id, the same receipt, and only with the tablet's proof.</summary>
public sealed class CarryTests
{
    private const string Page = "/console/yindubei-2026/carry";

    [Fact]
    public async Task A_scanned_sheet_is_its_judges_and_sent_again_by_the_tablet_it_gets_the_same_receipt()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var console = await host.SignedIn(Role.FloorJudge);
        await using var tablet = await host.Tablet(open, Hall.Judge);
        var (session, sheet) = await Sheet(tablet);
        var before = open.Sequence;

        var answer = await Scan(console, Codes(session, sheet, session.CarryKey!, 3));
        Assert.Contains($"{sheet.Code} 已收妥", answer, StringComparison.Ordinal);
        Assert.Equal(before + 1, open.Sequence);
        Assert.Equal("judge:J04", open.EntryAt(open.Sequence)!.Actor);
        Assert.Contains("没有重复记录", await Scan(console, Codes(session, sheet, session.CarryKey!, 1)), StringComparison.Ordinal);
        var receipt = (await tablet.Submit(sheet)).Receipt!;
        Assert.Equal((before + 1, open.EntryAt(before + 1)!.Id), (receipt.Sequence, sheet.Id));
        Assert.Equal(before + 1, open.Sequence);
    }

    [Fact]
    public async Task Without_the_proof_of_that_tablet_nothing_is_taken()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var console = await host.SignedIn(Role.Clerk);
        await using var tablet = await host.Tablet(open, Hall.Judge);
        await using var another = await host.Tablet(open, "J05");
        var (session, sheet) = await Sheet(tablet);
        var before = open.Sequence;
        Assert.Contains("没有收", await Scan(console, Codes(session, sheet, (await another.Open()).CarryKey!, 1)), StringComparison.Ordinal);
        Assert.Contains("还差第 2、3 个码", await Scan(console, Codes(session, sheet, session.CarryKey!, 3).Split(' ')[0]), StringComparison.Ordinal);
        Assert.Contains("这不是平板上的交卷二维码", await Scan(console, "http://example.com/"), StringComparison.Ordinal);
        Assert.Contains("二维码不完整", await Scan(console, "SC1/AAAAAAAA/1/1:" + QrText.Encode(RandomNumberGenerator.GetBytes(64))), StringComparison.Ordinal);
        var device = host.App.Services.GetService(typeof(PairedTablets)) as PairedTablets;
        device!.Revoke(device.All.Single(d => d.Name == session.DeviceName).Id);
        Assert.Contains("已解除配对", await Scan(console, Codes(session, sheet, session.CarryKey!, 1)), StringComparison.Ordinal);
        Assert.Equal(before, open.Sequence);
    }

    private static async Task<(TabletSession, SheetSubmission)> Sheet(TabletClient tablet)
    {
        var session = await tablet.Open();
        var module = session.Modules.Single(m => m.Module == Hall.A);
        return (session, TabletClient.Sheet(module, module.Cards[0], MarkedContest.Best));
    }

    private static async Task<string> Scan(Browser console, string scanned)
    {
        var answer = await console.Post(Page, new() { ["scanned"] = scanned }, Page + "?handler=Scan");
        return WebUtility(await answer.Content.ReadAsStringAsync());
    }

    private static string WebUtility(string html) => System.Net.WebUtility.HtmlDecode(html);

    /// <summary>As the tablet makes them: deflated, proved, in the letters of a QR code.</summary>
    private static string Codes(TabletSession session, SheetSubmission sheet, string key, int parts)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            JsonSerializer.Serialize(zip, new { competition = session.Competition, device = session.DeviceName, submission = sheet }, ScoringJson.Options);
        }

        var body = packed.ToArray();
        byte[] whole = [.. body, .. HMACSHA256.HashData(Convert.FromBase64String(key), body)[..16]];
        var length = (whole.Length / parts + 2) / 2 * 2;
        var name = sheet.Id.ToString("N")[..8].ToUpperInvariant();
        return string.Join(' ', Enumerable.Range(0, parts).Select(n =>
            $"SC1/{name}/{n + 1}/{parts}:{QrText.Encode(whole.AsSpan(n * length, Math.Min(length, whole.Length - (n * length))))}"));
    }
}
