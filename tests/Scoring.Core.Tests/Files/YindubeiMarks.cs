// Makes examples/yindubei-marked.json: a whole day's marks for the Yindu Cup, the same every time.
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Files.Computing;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Files;

/// <summary>Marks by a fixed sequence, then what a day brings: ties, a wide spread, someone absent, someone disqualified.</summary>
internal sealed class YindubeiMarks(CompetitionFile file)
{
    private readonly Dictionary<EntrantId, EntrantMarks> marks = [];
    private readonly Dictionary<EntrantId, (EntrantStatus Status, string Reason)> statuses = [];
    private uint last = 20260423;

    public static CompetitionFile Of(CompetitionFile file) => new YindubeiMarks(file).Make();

    private CompetitionFile Make()
    {
        foreach (var entrant in file.Entrants!)
        {
            marks[entrant.Id] = Marks(entrant);
        }

        Absent("qg20", EntrantStatus.Absent, "检录未到");
        Absent("hg24", EntrantStatus.Absent, "检录未到");
        Absent("cc23", EntrantStatus.Withdrawn, "赛前书面弃赛");
        Violate("cc22", new(1, "金哲秀", "现场裁判", "未经允许离开工位", ViolationOutcome.Warning));
        Violate("dg21", new(2, "史卫东", "现场裁判", "带电接线，经提醒仍未断电", ViolationOutcome.Deduction, new("A"), 3m));
        Violate("hg20", new(3, "史卫东", "现场裁判", "由他人代焊", ViolationOutcome.Disqualified));
        Violate("qg15", new(4, "史卫东", "现场裁判", "未经许可启动泵机", ViolationOutcome.ModuleToZero, new("B")));

        FailTheory("dg", 1);
        Alike("dg", 2, secondsMore: 95);
        Alike("qg", 3, secondsMore: 0);
        SameTotal("cc", 2);
        Wide("dg", 9, "经核对录像，3 号裁判依据评分标准，裁判长确认有效");
        Wide("hg", 9, null);
        return Now();
    }

    private CompetitionFile Now() => file with
    {
        Entrants = [.. file.Entrants!.Select(e => statuses.TryGetValue(e.Id, out var s) ? e with { Status = s.Status, StatusReason = s.Reason } : e)],
        Marks = [.. file.Entrants!.Select(e => e.Id).Where(marks.ContainsKey).Select(e => marks[e])],
    };

    private EntrantMarks Marks(FileEntrant entrant)
    {
        var skill = 0.40m + (0.57m * Next(1000) / 999m);
        var trade = file.Trades!.First(t => t.Id == entrant.Trade);
        return new(entrant.Id, [.. trade.Modules().Select(m => Module(entrant, m, skill))]);
    }

    private ModuleMarks Module(FileEntrant entrant, Module module, decimal skill)
    {
        if (module.Marking == MarkingMethod.Clerk)
        {
            return new(module.Id, Figures: [new("L1", Math.Clamp(decimal.Round((skill * 100) + Next(17) - 6), 50, 99))]);
        }

        // What is measured or counted is the same for every judge; what is judged differs by a little.
        var measured = module.Aspects().ToDictionary(a => a.Id, a => Measured(a, skill));
        var judges = file.Judges!.Where(j => !j.RecusedOrganizations?.Contains(entrant.Organization) ?? true)
            .Where(j => j.Seats.Any(s => s.Role == Role.Judge && s.Trade == entrant.Trade && s.Module == module.Id))
            .OrderBy(j => j.Seats.First(s => s.Module == module.Id).Number);
        return new(
            module.Id,
            [.. judges.Select(j => new FileSheet(j.Id, module.Aspects().ToDictionary(a => a.Id, a => Entry.Of(measured[a.Id] ?? Judged((PointsAspect)a, skill)))))],
            Time: module.Time?.LimitSeconds is { } limit ? new(limit - (int)(limit * skill * 0.3m) - Next(240)) : null);
    }

    private decimal? Measured(Aspect aspect, decimal skill)
    {
        var good = Next(100) < skill * 105;
        return aspect switch
        {
            BinaryAspect => good ? 1 : 0,
            FaultsAspect => good ? Next(2) : 1 + Next(4),
            CountAspect => Math.Clamp((int)(skill * 8) + Next(3) - 1, 0, 8),
            TimeBandAspect a => a.Bands[0].UpToSeconds + (int)((1 - skill) * 500) - 60 + Next(40),
            ToleranceAspect a => a.Nominal + decimal.Round(a.Bands[good ? 0 : 1].Within * (Next(21) - 10) / 10m, a.Decimals),
            _ => null,
        };
    }

    private decimal Judged(PointsAspect aspect, decimal skill)
    {
        var steps = (int)(aspect.FullMark / aspect.Step);
        return Math.Clamp((int)(steps * skill) + Next(2), 0, steps) * aspect.Step;
    }

    private void Absent(string entrant, EntrantStatus status, string reason)
    {
        statuses[new(entrant)] = (status, reason);
        marks.Remove(new(entrant));
    }

    private void Violate(string entrant, FileViolation violation) =>
        marks[new(entrant)] = marks[new(entrant)] with { Violations = [violation] };

    // The next one gets the same marks as the one of this rank; time may differ.
    private void Alike(string trade, int rank, int secondsMore)
    {
        var (one, other) = At(trade, rank);
        marks[other] = marks[other] with { Modules = [.. marks[one].Modules!.Select(m => m with { Time = m.Time is { } t ? t with { UsedSeconds = t.UsedSeconds + secondsMore } : null })] };
    }

    // The next one gets the theory mark that makes the totals equal.
    private void SameTotal(string trade, int rank)
    {
        var (one, other) = At(trade, rank);
        var results = Results(trade);
        var missing = results.First(r => r.Entrant == one).Result.Total!.Value - (results.First(r => r.Entrant == other).Result.Components[1].Weighted ?? 0);
        Theory(other, decimal.Round(missing / 0.3m, 2));
    }

    private void FailTheory(string trade, int rank) => Theory(At(trade, rank).One, 59.5m);

    private void Theory(EntrantId entrant, decimal mark) =>
        marks[entrant] = marks[entrant] with { Modules = [.. marks[entrant].Modules!.Select(m => m.Module.Value == "LL" ? m with { Figures = [new("L1", mark)] } : m)] };

    // One judge gives nothing for what is judged by eye.
    private void Wide(string trade, int rank, string? confirmed)
    {
        var entrant = At(trade, rank).One;
        var module = file.Trades!.First(t => t.Id.Value == trade).Modules().First(m => m.Id.Value == "A");
        marks[entrant] = marks[entrant] with
        {
            Modules = [.. marks[entrant].Modules!.Select(m => m.Module != module.Id ? m : m with
            {
                SpreadConfirmed = confirmed,
                Sheets = [.. m.Sheets!.Select((s, i) => i != 2 ? s : s with { Marks = s.Marks.ToDictionary(x => x.Key, x => module.Aspects().First(a => a.Id == x.Key) is PointsAspect ? Entry.Of(0) : x.Value) })],
            })],
        };
    }

    private (EntrantId One, EntrantId Other) At(string trade, int rank)
    {
        var ranked = Results(trade).Where(e => e.Rank is not null).ToList();
        return (ranked[rank - 1].Entrant, ranked[rank].Entrant);
    }

    private IReadOnlyList<ComputedEntrant> Results(string trade) => Computation.Of(Now()).Trades.First(t => t.Trade.Value == trade).Entrants;

    private int Next(int below)
    {
        last = (last * 1664525u) + 1013904223u;
        return (int)((last >> 8) % (uint)below);
    }
}
