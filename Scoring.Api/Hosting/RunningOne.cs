using Scoring.Api.Hosting.Https;
using Scoring.Api.Machine;

namespace Scoring.Api.Hosting;

/// <summary>The program that runs already: what its window says is kept in the data folder too, for a second start and for a service, which
/// has no window.</summary>
public static class RunningOne
{
    private const string FileName = "running.txt";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static string FileIn(string data) => Path.Combine(data, FileName);

    /// <summary>For the owner's eyes: it has the one-time link in it.</summary>
    public static void Keep(string data, string here, string window)
    {
        try
        {
            OwnerOnly.Write(FileIn(data), System.Text.Encoding.UTF8.GetBytes($"{here}\n{window}\n"));
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            // a disk that takes nothing: the window says all of it
        }
    }

    public static void Forget(string data)
    {
        try
        {
            File.Delete(FileIn(data));
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            // an old address in it is asked, and does not answer
        }
    }

    /// <summary>The address for a browser on this machine; null: none answers.</summary>
    public static async Task<string?> Find(ScoringOptions options, CancellationToken cancel)
    {
        using var http = new HttpClient { Timeout = Patience };
        foreach (var address in Kept(options.Data).Concat(options.Urls.SelectMany(Addresses.Of)
            .Where(a => a.StartsWith("http:", StringComparison.Ordinal))))
        {
            if (await Answers(http, address, cancel))
            {
                return address;
            }
        }

        return null;
    }

    private static async Task<bool> Answers(HttpClient http, string address, CancellationToken cancel)
    {
        try
        {
            return await http.GetFromJsonAsync<Health.Answer>(address + "/health", cancel) is { Status: "ok" };
        }
        catch (Exception nobody) when (nobody is HttpRequestException
            or System.Text.Json.JsonException or UriFormatException or InvalidOperationException
            || (nobody is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }

    private static IEnumerable<string> Kept(string data)
    {
        try
        {
            return File.Exists(FileIn(data)) ? File.ReadLines(FileIn(data)).Take(1).ToList() : [];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
