using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;

namespace Scoring.Display.Tests.Screens;

public sealed partial class ScreenAppTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_first_load_stays_under_80_KB_compressed()
    {
        await using var display = await TestDisplay.Start();
        using var http = Client(display, "gzip"); // what browsers ask for over plain http
        var page = await http.GetAsync("/display/");
        var bytes = page.Content.Headers.ContentLength!.Value;
        foreach (var asset in Assets().Matches(await Text(page)).Select(m => m.Value))
        {
            var answer = await http.GetAsync(asset);
            Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
            bytes += answer.Content.Headers.ContentLength!.Value;
        }

        output.WriteLine($"first load {bytes / 1024.0:F1} KB");
        Assert.InRange(bytes, 20 * 1024, 80 * 1024);
    }

    [Fact]
    public async Task Hashed_assets_are_kept_and_the_page_is_asked_for_again()
    {
        await using var display = await TestDisplay.Start();
        using var http = Client(display, "br");
        var page = await http.GetAsync("/display/");
        Assert.Equal("no-cache", page.Headers.CacheControl!.ToString());
        var asset = await http.GetAsync(Assets().Match(await Text(page)).Value);
        Assert.Contains("immutable", asset.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("br", Assert.Single(asset.Content.Headers.ContentEncoding));

        using var again = new HttpRequestMessage(HttpMethod.Get, "/display/");
        again.Headers.IfNoneMatch.Add(page.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await http.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task A_path_that_is_no_file_is_the_page_and_a_missing_file_is_missing()
    {
        await using var display = await TestDisplay.Start();
        using var http = Client(display);
        Assert.Equal("text/html", (await http.GetAsync("/display/anything")).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/display/assets/gone.js")).StatusCode);
        Assert.Equal("/display/?theme=festive", (await http.GetAsync("/display?theme=festive")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Nothing_from_elsewhere_and_no_inline_script_may_run()
    {
        await using var display = await TestDisplay.Start();
        using var http = Client(display);
        var policy = Assert.Single((await http.GetAsync("/display/")).Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    private static HttpClient Client(TestDisplay display, string? encoding = null)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = display.Address };
        if (encoding is not null)
        {
            http.DefaultRequestHeaders.AcceptEncoding.ParseAdd(encoding);
        }

        return http;
    }

    private static async Task<string> Text(HttpResponseMessage answer)
    {
        var stream = await answer.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            _ => stream,
        });
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex("/display/assets/[^\"]+", RegexOptions.None, 1000)]
    private static partial Regex Assets();
}
