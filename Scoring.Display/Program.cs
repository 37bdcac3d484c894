using Scoring.Display.Alone;

if (DisplayOptions.From(args) is not { } options)
{
    Console.Error.WriteLine(DisplayOptions.Usage);
    return 2;
}

await using var app = DisplayApp.Build(options);
await app.StartAsync();
Console.WriteLine($"  大屏    {string.Join("  ", app.Urls.Select(url => url + "/display/"))}{Environment.NewLine}  上游    {options.Upstream}{Environment.NewLine}  按 Ctrl-C 停止。");
await app.WaitForShutdownAsync();
return 0;
