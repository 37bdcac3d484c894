using System.Net;
using System.Text.RegularExpressions;

namespace Scoring.Testing;

/// <summary>Someone signed in to the console without a browser: cookies, form tokens, files.</summary>
public sealed partial class ConsoleClient(Uri address) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    private string token = "";

    public async Task SignIn(string login, string password)
    {
        await Read("/console/login");
        await Post("/console/login", new() { ["login"] = login, ["password"] = password });
        await Read("/console/password");
    }

    public async Task<string> Read(string path)
    {
        using var answer = await http.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        token = Token().Match(text) is { Success: true } found ? found.Groups["token"].Value : token;
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{path} answered {answer.StatusCode} {answer.Headers.Location}");
    }

    /// <summary>A file, as it is.</summary>
    public Task<byte[]> Bytes(string path) => http.GetByteArrayAsync(path);

    /// <returns>Where it leads.</returns>
    public Task<string> Post(string path, Dictionary<string, string> fields) => Send(path, new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]));

    public Task<string> PostFile(string path, string name, byte[] file) =>
        Send(path, new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(file), "file", name } });

    public void Dispose() => http.Dispose();

    private async Task<string> Send(string path, HttpContent content)
    {
        using var answer = await http.PostAsync(path, content);
        return (int)answer.StatusCode < 400 ? answer.Headers.Location?.ToString() ?? "" : throw new InvalidOperationException($"{path} answered {answer.StatusCode}");
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
