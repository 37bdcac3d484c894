using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Scoring.Api.Ledger;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Hubs;

/// <summary>
/// 台上亮分: who is on stage, on which screens, and whether the marks show. It stands in the scenes of the screens and nowhere else, so that
/// it comes back with them after a restart; no result follows from it, so none of it is in the ledger.
/// </summary>
public sealed class StageDirector(
    Competitions competitions, Display.Screens.Screens screens, IHubContext<ScoringHub, IScoringClient> tablets, TimeProvider clock,
    ILogger<StageDirector> log) : BackgroundService
{
    private readonly Channel<CompetitionId> changed = Channel.CreateUnbounded<CompetitionId>();

    /// <summary>Who is on stage; null: nobody.</summary>
    public StagePicture? Of(CompetitionId competition) => On(competition).Select(s => s.Stage).FirstOrDefault();

    /// <summary>Whom this judge is to mark now; null: nobody.</summary>
    public StageCall? CallOf(CompetitionId competition, JudgeId judge) => Of(competition) is { } picture
        ? competitions.Find(competition)?.Read(state =>
            Found(state, picture) is { } at && at.Module.Marks(judge, at.Entrant) ? Call(picture) : null)
        : null;

    /// <summary>
    /// Tells tablets of one judge whom to mark, also that it is nobody: one that was away may still show whom it saw last. Asks again after
    /// telling, so that of two who tell at once the older call is never the last word.
    /// </summary>
    public async Task Tell(IScoringClient to, CompetitionId competition, JudgeId judge)
    {
        StageCall? told;
        do
        {
            told = CallOf(competition, judge);
            await to.OnStage(told);
        }
        while (CallOf(competition, judge) != told);
    }

    /// <summary>An entrant comes on stage: the screens show it, and the tablets of the panel go there.</summary>
    /// <returns>What is in the way, in words; null: done.</returns>
    public async Task<string?> Put(
        CompetitionId competition, IReadOnlyList<string> names, TradeId trade, ModuleId module, string code, bool whenAllIn)
    {
        if (competitions.Find(competition) is not { } open)
        {
            return "这场比赛打不开，请刷新。";
        }

        var now = clock.GetUtcNow();
        var (picture, fault) = open.Read(state => Begin(state, trade, module, code, whenAllIn, now));
        if (picture is null)
        {
            return fault;
        }

        screens.Show(names, new Scene(SceneKind.Stage, Stage: picture));
        await Tell(open);
        return null;
    }

    /// <summary>The director's key. Returns why not, in words; null: done, or shown already.</summary>
    public string? Reveal(CompetitionId competition)
    {
        if (Of(competition) is not { } picture || competitions.Find(competition) is not { } open)
        {
            return "台上没有人，请先选上台的选手。";
        }

        if (open.Read(state => state.Trade(picture.Trade)?.Public.Shown) is Visibility.Hidden or Visibility.Frozen)
        {
            return "成绩现在隐藏或封榜，不能在大屏亮分。请先在“成绩公开”里改为显示代号。";
        }

        Show(open, p => p with { Revealed = true });
        return null;
    }

    /// <summary>Nobody is on stage any more: the screens show the contest's name, tablets are free.</summary>
    public async Task End(CompetitionId competition)
    {
        screens.Show(Names(competition), new Scene(SceneKind.Blank));
        if (competitions.Find(competition) is { } open)
        {
            await Tell(open);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var commits = Commits.Listen(competitions, (competition, _) => changed.Writer.TryWrite(competition.Id));
        await foreach (var id in changed.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (Of(id) is not null && competitions.Find(id) is { } open)
                {
                    Show(open, p => p);
                }
            }
            catch (Exception e)
            {
                PushLog.Failed(log, e);
            }
        }
    }

    private static (StagePicture? Picture, string? Fault) Begin(
        CompetitionState state, TradeId trade, ModuleId module, string code, bool whenAllIn, DateTimeOffset now)
    {
        var picture = new StagePicture(
            state.Competition?.Id ?? default, trade, "", module, "", code.Trim().ToUpperInvariant(), null, null, now, null, null, [],
            false, whenAllIn);
        return state.Trade(trade) is not { Phase: Phase.Scoring } ? (null, "只有评分阶段才能请人上台。")
            : Found(state, picture) is not { } at ? (null, $"找不到代号 {picture.Code}，或这个模块没有裁判席位。")
            : at.Entrant.Status != EntrantStatus.Normal ? (null, $"{picture.Code} 不参加比赛，不能上台。")
            : (StagePictures.Of(at, picture), null);
    }

    private static StageCall Call(StagePicture p) => new(p.Trade, p.Module, p.Code, p.Since, p.LimitSeconds);

    private static OnStage? Found(CompetitionState state, StagePicture picture) =>
        state.Trade(picture.Trade) is { } trade && trade.ByCode(picture.Code) is { } entrant
            && trade.Module(picture.Module) is { Seats.Count: > 0 } module
            ? new(trade, entrant, module) : null;

    private IEnumerable<Scene> On(CompetitionId competition) =>
        screens.Known.Select(s => s.Scene).Where(s => s.Kind == SceneKind.Stage && s.Stage?.Competition == competition);

    private List<string> Names(CompetitionId competition) =>
        [.. screens.Known.Where(s => s.Scene.Kind == SceneKind.Stage && s.Scene.Stage?.Competition == competition).Select(s => s.Name)];

    private void Show(OpenCompetition open, Func<StagePicture, StagePicture> change)
    {
        if (Of(open.Id) is not { } before)
        {
            return;
        }

        var after = open.Read(state => Found(state, before) is { } at ? StagePictures.Of(at, change(before)) : null);
        if (after is not null && !StagePictures.Same(before, after))
        {
            screens.Show(Names(open.Id), new Scene(SceneKind.Stage, Stage: after));
        }
    }

    // Each judge of the contest hears what concerns it: of a panel in groups only the entrant's (R-K3), never who is recused (R-A4).
    private async Task Tell(OpenCompetition open)
    {
        foreach (var judge in open.Read(state => state.Judges.Keys.ToList()))
        {
            await Tell(tablets.Clients.Group(ScoringHub.GroupOf(open.Id, judge)), open.Id, judge);
        }
    }
}

internal sealed record OnStage(TradeState Trade, EntrantState Entrant, ModuleState Module);

/// <summary>The picture of who is on stage, from the fold: everything that may be shown now and nothing else (R-A3).</summary>
internal static class StagePictures
{
    public static StagePicture Of(OnStage at, StagePicture picture)
    {
        var (trade, entrant, module) = at;
        var shown = trade.Public.Shown;
        var open = shown is Visibility.Codes or Visibility.Named;
        var runs = EntrantRun.Of(entrant, module).ToList();
        var run = runs.LastOrDefault(r => r.Entries is { IsEmpty: false }) ?? runs[0];
        var cells = module.Seats.Where(s => module.Marks(s.Judge.Id, entrant))
            .Select(s => (s.Number, Cell: HeadJudgeDesk.Cell(run, s.Judge))).ToList();
        var revealed = open && (picture.Revealed || (picture.WhenAllIn && cells.TrueForAll(c => c.Cell.State == PanelCellState.Handed)));
        var named = shown == Visibility.Named;
        var row = revealed ? trade.Public.Board().Rows.FirstOrDefault(r => r.Code == entrant.Code) : null;
        return picture with
        {
            TradeName = trade.Definition.Name, ModuleName = module.Definition.Name, Decimals = trade.Definition.Decimals,
            Name = named ? entrant.Entrant.Name : null,
            Organization = named ? trade.Competition.Organizations.GetValueOrDefault(entrant.Entrant.Organization)?.Name : null,
            Since = run.Entries?.Clock?.StartedAt ?? picture.Since, LimitSeconds = module.Definition.Time?.LimitSeconds,
            UsedSeconds = run.Entries?.Time?.UsedSeconds,
            Seats = open ? [.. cells.Select(c => Seat(c.Number, c.Cell, revealed))] : [],
            Revealed = revealed, Result = revealed ? run.Figure : null, Total = row?.Total, Rank = row?.Rank,
        };
    }

    public static bool Same(StagePicture a, StagePicture b) => a == b with { Seats = a.Seats } && a.Seats.SequenceEqual(b.Seats);

    private static StageSeat Seat(int number, PanelCell cell, bool revealed) => cell.State == PanelCellState.Handed
        ? new(number, true, revealed ? cell.Total : null, revealed ? cell.Use : null) : new(number, false);
}
