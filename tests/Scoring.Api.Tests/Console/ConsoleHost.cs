// The console on a real socket over a fresh data folder, and a browser of the simplest kind.
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Scoring.Api.Files;
using Scoring.Api.Hosting;
using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Files;
using Scoring.Core.Ledger;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

public sealed class ConsoleHost : IAsyncDisposable
{
    public const string Password = "correct-horse-1";

    private readonly string folder;

    private string url = "http://127.0.0.1:0";

    private readonly TimeProvider? clock;

    private readonly Action<IServiceCollection>? services;

    private ConsoleHost(TimeProvider? clock, Action<string>? fill, string? at, Action<IServiceCollection>? services)
    {
        (this.clock, this.services) = (clock, services);
        folder = at ?? Directory.CreateTempSubdirectory("scoring-console-").FullName;
        fill?.Invoke(folder);
        App = Build();
    }

    public WebApplication App { get; private set; }

    /// <summary>What the server logged as an error: exceptions nobody handled.</summary>
    internal FailureLog Failures { get; } = new();

    public Accounts Accounts => App.Services.GetRequiredService<Accounts>();

    public string Folder => folder;

    public DataFolder Data => App.Services.GetRequiredService<DataFolder>();

    public AccessLog Access => App.Services.GetRequiredService<AccessLog>();

    public Uri Address => new(App.Urls.First());

    /// <param name="clock">Null: the real one.</param>
    /// <param name="fill">Puts into the data folder what is there before the program starts; null: it is empty.</param>
    /// <param name="at">The data folder; null: one of its own.</param>
    /// <param name="services">Added to the program's own; null: none.</param>
    public static async Task<ConsoleHost> Start(
        TimeProvider? clock = null, Action<string>? fill = null, string? at = null, Action<IServiceCollection>? services = null)
    {
        var host = new ConsoleHost(clock, fill, at, services);
        await host.App.StartAsync();
        return host;
    }

    /// <summary>The same folder under a new process, as far as anybody can tell.</summary>
    /// <param name="whileItIsOff">What happens before it is back, at the same address.</param>
    public async Task Restart(Func<Task>? whileItIsOff = null)
    {
        url = Address.ToString();
        await App.StopAsync(new CancellationToken(canceled: true));
        await App.DisposeAsync();
        if (whileItIsOff is not null)
        {
            await whileItIsOff();
        }

        App = Build();
        await App.StartAsync();
    }

    private WebApplication Build() => ScoringApp.Build(new ScoringOptions(folder, url), builder =>
    {
        builder.Logging.ClearProviders().AddProvider(Failures);
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        services?.Invoke(builder.Services);
    });

    public Competitions Competitions => App.Services.GetRequiredService<Competitions>();

    /// <summary>The example contest, as its file says, in a ledger of its own.</summary>
    public async Task<OpenCompetition> LoadExample()
    {
        var bytes = await File.ReadAllBytesAsync(Example());
        var file = CompetitionFileReader.Read(bytes).File ?? throw new InvalidOperationException("the example is broken");
        return await App.Services.GetRequiredService<CompetitionImport>().Run(file, CancellationToken.None);
    }

    /// <summary>One event straight into the ledger.</summary>
    public static async Task<Receipt> Do(OpenCompetition open, string actor, LedgerEvent e) =>
        Assert.IsType<Outcome.Accepted>(await open.Execute(Guid.NewGuid(), actor, _ => Decision.Of(e))).Receipt;

    public Browser NewBrowser() => new(Address);

    /// <summary>Holds the office in every trade of the example; the admin everywhere.</summary>
    public async Task<Browser> SignedIn(Role role)
    {
        var login = role.ToString();
        Accounts.Create(new NewAccount(login, login, role, role == Role.Admin ? null : new("yindubei-2026")), Password);
        var browser = NewBrowser();
        await browser.SignIn(login, Password);
        return browser;
    }

    private static string Example()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, "examples", "yindubei.json");
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException("examples/yindubei.json");
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Keeps cookies and form tokens; follows nothing by itself.</summary>
public sealed partial class Browser(Uri address) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private HttpClient? made;

    private HttpClient http => made ??= new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address };

    public CookieContainer Cookies => cookies;

    public Task<HttpResponseMessage> Get(string path) => http.GetAsync(path);

    public Task<string> Read(string path) => http.GetStringAsync(path);

    /// <summary>Loads the page with the form, then posts the form with its token.</summary>
    public async Task<HttpResponseMessage> Post(string page, Dictionary<string, string> fields, string? to = null)
    {
        var html = await (await http.GetAsync(page)).Content.ReadAsStringAsync();
        var token = Token().Match(html);
        if (token.Success)
        {
            fields["__RequestVerificationToken"] = token.Groups["token"].Value;
        }

        return await PostBare(to ?? page, fields);
    }

    public Task<HttpResponseMessage> Send(string path, HttpContent content) => http.PostAsync(path, content);

    /// <summary>As it is written, a name as often as it comes.</summary>
    public Task<HttpResponseMessage> PostPairs(string path, IEnumerable<KeyValuePair<string, string>> fields) => http.PostAsync(path, new FormUrlEncodedContent(fields));

    public Task<HttpResponseMessage> PostBare(string path, Dictionary<string, string> fields) => http.PostAsync(path, new FormUrlEncodedContent(fields));

    /// <summary>The same for a form with a file.</summary>
    public async Task<HttpResponseMessage> PostFile(string page, string to, string name, byte[] file, Dictionary<string, string>? fields = null, string field = "file")
    {
        var token = Token().Match(await (await http.GetAsync(page)).Content.ReadAsStringAsync());
        var form = new MultipartFormDataContent { { new StringContent(token.Groups["token"].Value), "__RequestVerificationToken" }, { new ByteArrayContent(file), field, name } };
        foreach (var (key, value) in fields ?? [])
        {
            form.Add(new StringContent(value), key);
        }

        return await http.PostAsync(to, form);
    }

    public Task<HttpResponseMessage> SignIn(string login, string password) =>
        Post("/console/login", new() { ["login"] = login, ["password"] = password });

    public void Dispose() => made?.Dispose();

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
