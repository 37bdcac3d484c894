using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>The Wi-Fi stays dead: a sheet goes from the tablet's glass to the console by QR.</summary>
public sealed class CarryTests
{
    [Fact]
    public async Task A_sheet_is_scanned_from_the_glass_and_the_tablet_finds_itself_synced_and_nothing_doubled()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var tablet = await OnTheGlass(chromium, server, "E01", "7", "125", "1");
        var page = tablet.Page;
        await Chromium.Picture(page, "tablet-carry");
        var picture = Convert.ToBase64String(await page.Locator(".qrbox svg").ScreenshotAsync());
        var before = await server.Entries();

        var desk = await Desk(chromium, server);
        // What the camera's reader makes of the glass: the console's own decoder, on a picture of the tablet.
        var text = await desk.EvaluateAsync<string>(
            """
            async (picture) => {
              const image = new Image();
              image.src = 'data:image/png;base64,' + picture;
              await image.decode();
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [image.width, image.height];
              const context = canvas.getContext('2d');
              context.drawImage(image, 0, 0);
              const { default: decode } = await import('/assets/decode.js');
              return decode(context.getImageData(0, 0, canvas.width, canvas.height));
            }
            """, picture);
        Assert.StartsWith("SC1/", text, StringComparison.Ordinal);
        await desk.Locator("[data-scan-field]").FocusAsync();
        await desk.Keyboard.InsertTextAsync(text);
        await desk.Keyboard.PressAsync("Enter");
        await desk.GetByText("E01 已收妥").WaitForAsync();
        await Chromium.Picture(desk, "console-carry");
        Assert.Equal(before + 1, await server.Entries());

        await page.Context.SetOfflineAsync(false);
        await tablet.Chip("已同步");
        await page.GetByText("E01 已交，服务器已收妥").WaitForAsync();
        Assert.Equal(before + 1, await server.Entries());
    }

    [Fact]
    public async Task The_consoles_camera_sees_the_glass_and_takes_the_sheet_in()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var tablet = await OnTheGlass(chromium, server, "E02", "5", "200", "2");
        var page = tablet.Page;

        var video = Path.Combine(server.Data, "glass.y4m");
        await File.WriteAllBytesAsync(video, await Video(page));
        await using var withCamera = await Chromium.Start(home: null, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--use-file-for-fake-video-capture={video}");
        var desk = await Desk(withCamera, server);
        await desk.GetByRole(AriaRole.Button, new() { Name = "打开摄像头" }).ClickAsync();
        await desk.GetByText("E02 已收妥").WaitForAsync();
        await Chromium.Picture(desk, "console-camera");
        var taken = await server.Entries();

        await page.Context.SetOfflineAsync(false);
        await tablet.Chip("已同步");
        Assert.Equal(taken, await server.Entries());
    }

    /// <summary>A tablet that lost its network before the sheet was handed in and shows it as a QR code.</summary>
    private static async Task<TabletPage> OnTheGlass(Chromium chromium, ServerProcess server, string entrant, params string[] figures)
    {
        var page = await chromium.Person(server.Url, 1024, 768, touch: true);
        var tablet = await page.OpenAsJudge(server);
        await tablet.Mark(entrant, figures);
        await page.Context.SetOfflineAsync(true);
        await tablet.HandIn(entrant);
        await page.GetByText("网络不通，扫码交卷").ClickAsync();
        await page.Locator(".qrbox svg").WaitForAsync();
        return tablet;
    }

    private static async Task<IPage> Desk(Chromium chromium, ServerProcess server)
    {
        var desk = await chromium.Person(server.Url, 1280, 900);
        var (login, password) = server.Account("cpz-cc");
        await desk.GotoAsync("/console/login");
        await desk.Locator("[name=login]").FillAsync(login);
        await desk.Locator("[name=password]").FillAsync(password);
        await desk.Keyboard.PressAsync("Enter");
        await desk.WaitForFunctionAsync("() => !location.pathname.includes('login')");
        await desk.GotoAsync("/console/yindubei-2026/carry");
        return desk;
    }

    /// <summary>What a camera before this page films, grey: YUV4MPEG2, a second of ten frames.</summary>
    private static async Task<byte[]> Video(IPage page)
    {
        var picture = Convert.ToBase64String(await page.ScreenshotAsync());
        var light = Convert.FromBase64String(await page.EvaluateAsync<string>(
            """
            async (picture) => {
              const image = new Image();
              image.src = 'data:image/png;base64,' + picture;
              await image.decode();
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [image.width, image.height];
              const context = canvas.getContext('2d');
              context.drawImage(image, 0, 0);
              const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
              let text = '';
              for (let i = 0; i < data.length; i += 4) text += String.fromCharCode((data[i] * 2 + data[i + 1] * 5 + data[i + 2]) >> 3);
              return btoa(text);
            }
            """, picture));
        var colourless = Enumerable.Repeat((byte)128, light.Length / 2);
        byte[] frame = [.. "FRAME\n"u8, .. light, .. colourless];
        return [.. "YUV4MPEG2 W1024 H768 F10:1 Ip A1:1 C420jpeg\n"u8, .. Enumerable.Repeat(frame, 10).SelectMany(f => f)];
    }
}
