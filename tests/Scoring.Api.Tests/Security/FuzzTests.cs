using System.Text;
using Scoring.Api.Tablets;
using Scoring.Api.Lists;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Hubs;
using Scoring.Api.Tests.Ledger;
using Scoring.Api.Verify;
using Scoring.Core.Certificates;
using Scoring.Core.Files;
using Scoring.Core.Json;
using Scoring.Display.Certificates.Fonts;
using Scoring.Testing;

namespace Scoring.Api.Tests.Security;

/// <summary>
/// Whatever strangers hand in, disturbed byte by byte from a fixed list of seeds: an answer or a refusal by name, never an exception nobody expected, never a hang.
/// Brief in every run; with SCORING_TEST_ALL=1 a hundred times as long.
/// </summary>
public sealed class FuzzTests
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("SCORING_TEST_ALL") == "1" ? 20_000 : 200;

    private static readonly int[] Seeds = [1, 7, 42, 1638908364];

    [Fact]
    public void A_certificates_code_is_read_or_not()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var spki = key.ExportSubjectPublicKeyInfo();
        var keys = new Dictionary<string, byte[]> { [SignedCertificate.KeyIdOf(spki)] = spki };
        var genuine = Encoding.ASCII.GetBytes(SignedCertificate.Sign(
            new("YDB2026-DG-001", "荣誉证书", "张志远", "恒泰电气", "电工", "一等奖", "殷都杯", ["安阳市总工会"], new DateOnly(2026, 4, 23)), key));
        foreach (var bytes in Disturbed(genuine))
        {
            var text = Encoding.Latin1.GetString(bytes);
            if (!string.Equals(text, Encoding.ASCII.GetString(genuine), StringComparison.OrdinalIgnoreCase))
            {
                Assert.NotEqual(SignatureCheck.Genuine, SignedCertificate.Verify(text, keys, out _));
            }
        }
    }

    [Fact]
    public void A_carried_sheet_is_read_or_not()
    {
        using var packed = new MemoryStream();
        using (var zip = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
        {
            zip.Write("{\"competition\":\"c\",\"device\":\"01\",\"submission\":{\"code\":\"A01\"}}"u8);
        }

        var seed = Encoding.ASCII.GetBytes("SC1/6F1C2A3B/1/1:" + QrText.Encode([.. packed.ToArray(), .. new byte[16]]));
        foreach (var bytes in Disturbed(seed))
        {
            var read = CarriedSheet.Read(Encoding.Latin1.GetString(bytes), out var problem);
            Assert.True(read is null == problem is not null);
        }
    }

    [Fact]
    public void A_workbook_is_read_or_refused_in_words()
    {
        var seed = new MessyWorkbook().Row("姓名", "单位", "工种").Row("张志远", "恒泰电气", "电工").Row("李四", "利源", "钳工").Bytes();
        foreach (var bytes in Disturbed(seed))
        {
            Expect<UnreadableFileException>(() => SpreadsheetReader.Read(bytes, "list.xlsx"));
        }
    }

    [Fact]
    public void A_text_list_is_read_or_refused_in_words()
    {
        foreach (var bytes in Disturbed(Encoding.UTF8.GetBytes("姓名,单位,工种\n\"张,志远\",恒泰电气,电工\n李四,利源,钳工\n")))
        {
            Expect<UnreadableFileException>(() => SpreadsheetReader.Read(bytes, "list.csv"));
        }
    }

    [Fact]
    public async Task A_competition_file_is_read_or_its_errors_are_named()
    {
        var seed = await File.ReadAllBytesAsync(Commands.CommandRun.Example("yindubei.json"), TestContext.Current.CancellationToken);
        foreach (var bytes in Disturbed(seed).Take(Rounds / 10))
        {
            var reading = CompetitionFileReader.Read(bytes);
            Assert.True(reading.File is not null || reading.Errors.Any());
        }
    }

    [Fact]
    public void A_font_is_loaded_or_left_out()
    {
        var folder = Directory.CreateTempSubdirectory("scoring-fonts-").FullName;
        try
        {
            var seed = File.ReadAllBytes(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "fonts"), "*.?tf").OrderBy(f => new FileInfo(f).Length).First());
            foreach (var bytes in Disturbed(seed, few: 30).Take(Rounds / 10))
            {
                File.WriteAllBytes(Path.Combine(folder, "own.ttf"), bytes);
                _ = FontBook.Load([folder, Path.Combine(AppContext.BaseDirectory, "fonts")]);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Rows_of_a_ledger_are_verified_or_named()
    {
        using var ledger = new LedgerFixture();
        await ledger.Fill(20);
        var seed = await File.ReadAllBytesAsync(ledger.File, TestContext.Current.CancellationToken);
        var copy = Path.Combine(ledger.Folder, "disturbed.db");
        foreach (var bytes in Disturbed(seed).Take(Rounds / 4))
        {
            await File.WriteAllBytesAsync(copy, bytes, TestContext.Current.CancellationToken);
            Expect<NotALedgerException>(() => VerifyLedger.Run(copy));
        }
    }

    [Fact]
    public async Task The_hub_answers_or_closes_whatever_comes_and_the_ledger_does_not_move()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await using var tablet = await host.Tablet(open, Hall.Judge);
        var module = (await tablet.Open()).Modules.First(m => m.Open);
        var sheet = TabletClient.Sheet(module, module.Cards[0], MarkedContest.Best) with { BasedOn = 999_999 }; // whole, and based on nothing: never taken
        var body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(sheet, ScoringJson.Options);
        byte[] seed = [.. "{\"type\":1,\"invocationId\":\"1\",\"target\":\"SubmitSheet\",\"arguments\":["u8, .. body, .. "]}\u001e"u8];
        var before = open.Sequence;
        foreach (var bytes in Disturbed(seed).Take(Math.Min(Rounds, 2_000) / 4))
        {
            using var socket = new System.Net.WebSockets.ClientWebSocket();
            socket.Options.SetRequestHeader("Cookie", tablet.Cookie);
            await socket.ConnectAsync(new UriBuilder(host.Address) { Scheme = "ws", Path = "/hub/scoring" }.Uri, TestContext.Current.CancellationToken);
            await Send(socket, "{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray());
            await Send(socket, bytes);
            await Send(socket, "{\"type\":1,\"invocationId\":\"2\",\"target\":\"Heartbeat\",\"arguments\":[0]}\u001e"u8.ToArray());
            await Answered(socket);
        }

        Assert.Equal(before, open.Sequence);
        Assert.Empty(host.Failures.Lines);
        await tablet.Open(); // the judge's own line was never cut
    }

    private static async Task Send(System.Net.WebSockets.ClientWebSocket socket, byte[] bytes)
    {
        try
        {
            await socket.SendAsync(bytes, System.Net.WebSockets.WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (System.Net.WebSockets.WebSocketException)
        {
            // the server closed it
        }
    }

    // Until the answer to the heartbeat, or the end of the line.
    private static async Task Answered(System.Net.WebSockets.ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var (heard, buffer) = (new StringBuilder(), new byte[16 * 1024]);
        try
        {
            while (socket.State == System.Net.WebSockets.WebSocketState.Open && !heard.ToString().Contains("\"invocationId\":\"2\"", StringComparison.Ordinal))
            {
                var part = await socket.ReceiveAsync(buffer, patience.Token);
                heard.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
            }
        }
        catch (System.Net.WebSockets.WebSocketException)
        {
            // cut
        }
    }

    private static void Expect<T>(Action read) where T : Exception
    {
        try
        {
            read();
        }
        catch (T)
        {
            // refused, in words
        }
    }

    /// <summary>Flips, runs cut out, doubled or overwritten, and what is too large for its place.</summary>
    private static IEnumerable<byte[]> Disturbed(byte[] seed, int few = 8)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var random = new Random(Seeds[round % Seeds.Length] + round);
            var bytes = seed.ToList();
            for (var n = random.Next(1, few); n > 0 && bytes.Count > 0; n--)
            {
                var at = random.Next(bytes.Count);
                var length = Math.Min(random.Next(1, 40), bytes.Count - at);
                switch (random.Next(6))
                {
                    case 0:
                        bytes[at] ^= (byte)(1 << random.Next(8));
                        break;
                    case 1:
                        bytes[at] = (byte)random.Next(256);
                        break;
                    case 2:
                        bytes.RemoveRange(at, length);
                        break;
                    case 3:
                        bytes.InsertRange(at, bytes.GetRange(at, length));
                        break;
                    case 4:
                        bytes.InsertRange(at, Enumerable.Repeat((byte)'9', length));
                        break;
                    default:
                        bytes.RemoveRange(at, bytes.Count - at);
                        break;
                }
            }

            yield return [.. bytes];
        }
    }
}
