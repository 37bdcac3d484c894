using System.Net;
using Scoring.Api.Ledger;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Hubs;
using Scoring.Core.Contracts;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Security.Held;

/// <summary>One server for all rows: what an attack leaves behind must not matter to the next.</summary>
public sealed class HeldSite : IAsyncLifetime
{
    public const string Contest = "/console/yindubei-2026", Folder = Contest + "/archive?handler=Folder";

    private int next;

    public ConsoleHost Host { get; private set; } = null!; // made before the first row

    public OpenCompetition Open { get; private set; } = null!;

    public Browser Admin { get; private set; } = null!;

    public TabletClient Tablet { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await ConsoleHost.Start();
        Open = await Host.LoadExample();
        Admin = await Host.SignedIn(Role.Admin);
        Tablet = await Host.Tablet(Open, Hall.Judge);
    }

    /// <summary>A whole sheet of an entrant nobody has marked yet.</summary>
    public async Task<SheetSubmission> Sheet()
    {
        var module = (await Tablet.Open()).Modules.First(m => m.Open);
        return TabletClient.Sheet(module, module.Cards.Where(c => c.State == CardState.Open).ElementAt(next++), MarkedContest.Best);
    }

    public static async Task<HttpResponseMessage> Login(HttpClient http, string login, string password)
    {
        var token = Offices.Token(await http.GetStringAsync("/console/login"));
        using var form = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("login", login), new("password", password)]);
        return await http.PostAsync("/console/login", form);
    }

    public static Dictionary<string, string> Setup(string login) =>
        new() { ["login"] = login, ["name"] = login, ["password"] = $"{login}-password-1", ["again"] = $"{login}-password-1" };

    /// <summary>What the console says to a form with a file, on the page it leads to.</summary>
    public async Task<string> Sends(
        string page, string handler, string name, byte[] file, Dictionary<string, string>? fields = null, string field = "file")
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentDisposition = new("form-data") { Name = field, FileNameStar = name }; // any letter, also CR and LF
        using var form = new MultipartFormDataContent { content };
        foreach (var (key, value) in (fields ?? []).Append(new("__RequestVerificationToken", Offices.Token(await Admin.Read(page)))))
        {
            form.Add(new StringContent(value), key);
        }

        var answer = await Admin.Send($"{page}?handler={handler}", form);
        Assert.True((int)answer.StatusCode < 500, $"{name}: {answer.StatusCode} {string.Join('\n', Host.Failures.Lines)}");
        var said = answer.Headers.Location is { } to ? await Admin.Get(to.ToString()) : answer;
        return WebUtility.HtmlDecode(await said.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Tablet.DisposeAsync();
        Admin.Dispose();
        await Host.DisposeAsync();
    }
}
