using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Json;

namespace Scoring.Api.Branches;

/// <summary>How sending to the main venue goes.</summary>
/// <param name="UpTo">Sequence the main venue has; null: not heard yet.</param>
/// <param name="At">When it was last heard of; null: never.</param>
/// <param name="Problem">Why the last try failed, in Chinese; null: it did not.</param>
public sealed record SendingState(long? UpTo, DateTimeOffset? At, string? Problem);

/// <summary>On a branch's laptop, where an address is set: sends what the main venue has not got, again and again until it has
/// all.</summary>
public sealed partial class BranchSender(
    Competitions competitions, BranchParts parts, Settings settings, TimeProvider time, ILogger<BranchSender> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private const int MostAtOnce = 2_000;

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(60) };

    private readonly ConcurrentDictionary<CompetitionId, SendingState> states = new();

    /// <summary>Where the main venue is; null: nothing is sent by itself.</summary>
    public Uri? AddressOf(CompetitionId competition) => settings.Get(Key(competition)) is { } kept ? new(kept) : null;

    /// <summary>Takes an address as people type it: with or without http.</summary>
    /// <returns>False: it is none. An empty one ends the sending.</returns>
    public bool Aim(CompetitionId competition, string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
        {
            settings.Set(Key(competition), null);
            states.TryRemove(competition, out _);
            return true;
        }

        if (!Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
        {
            return false;
        }

        settings.Set(Key(competition), address.GetLeftPart(UriPartial.Authority) + "/");
        return true;
    }

    public SendingState? StateOf(CompetitionId competition) => states.GetValueOrDefault(competition);

    /// <summary>One try, now.</summary>
    public async Task<SendingState> Send(OpenCompetition open, Branch here, Uri main, CancellationToken cancel)
    {
        var before = states.GetValueOrDefault(open.Id);
        try
        {
            var there = new Uri(main, BranchRoutes.Path(open.Id, here.Number));
            var heard = await Http.GetFromJsonAsync<BranchHeard>(there, ScoringJson.Options, cancel);
            while (heard is { Problem: null } && heard.Sequence < open.Sequence)
            {
                var part = new ByteArrayContent(parts.Make(open, here, heard.Sequence, MostAtOnce));
                using var answer = await Http.PostAsync(there, part, cancel);
                heard = await answer.Content.ReadFromJsonAsync<BranchHeard>(ScoringJson.Options, cancel);
            }

            return states[open.Id] = heard?.Problem is { } problem
                ? new(before?.UpTo, before?.At, problem) : new(heard?.Sequence, time.GetUtcNow(), null);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or IOException or CryptographicException
            || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return states[open.Id] = new(before?.UpTo, before?.At, failure is CryptographicException or FileNotFoundException
                ? "分会场的签名密钥打不开，记录送不出去。请联系主会场。"
                : $"连不上主会场 {main.Authority}。请检查网线或 Wi-Fi 和地址；不影响这里比赛，连上以后会自己补送。");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var open in competitions.All.Where(c => !c.IsResting))
            {
                try
                {
                    if (AddressOf(open.Id) is { } main && open.Read(state => state.Branches.Here) is { } here
                        && StateOf(open.Id)?.UpTo != open.Sequence)
                    {
                        await Send(open, here, main, stoppingToken);
                    }
                }
                catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
                {
                    Failed(log, failure);
                }
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Sending to the main venue failed")]
    private static partial void Failed(ILogger log, Exception failure);

    private static string Key(CompetitionId competition) => $"branch.main.{competition.Value}";
}
