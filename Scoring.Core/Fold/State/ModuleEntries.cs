using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Panels;

namespace Scoring.Core.Fold.State;

/// <summary>Everything entered for one entrant in one module.</summary>
public sealed class ModuleEntries
{
    private readonly List<SheetState> sheets = [];
    private readonly List<ClerkMark> clerkMarks = [];
    private readonly List<ModuleEntries> later = [];

    /// <summary>One a judge, in the order first handed in.</summary>
    public IReadOnlyList<SheetState> Sheets => sheets;

    /// <summary>One a clerk, in the order first entered (R-B2).</summary>
    public IReadOnlyList<ClerkMark> ClerkMarks => clerkMarks;

    /// <summary>What settles the module in place of the clerks' marks: a third person's figure (R-J13) or a correction (R-D2); null: neither.</summary>
    public SettledMark? Settled { get; private set; }

    public RecordedTime? Time { get; internal set; }

    /// <summary>Null: the clock does not run.</summary>
    public RunningClock? Clock { get; internal set; }

    /// <summary>Why the spread stands (R-B4), for the sheets as they are; null: not confirmed.</summary>
    public string? SpreadReason { get; internal set; }

    /// <summary>Why the panel stands with fewer judges (R-L3, R-L4), for the sheets as they are; null: not confirmed.</summary>
    public string? PanelReason { get; internal set; }

    /// <summary>弃试 (R-K7), with the reason; null: it was not.</summary>
    public string? Waived { get; internal set; }

    /// <summary>Nothing that counts was entered: no sheet, no figure, no time.</summary>
    public bool IsEmpty => sheets.Count == 0 && clerkMarks.Count == 0 && Settled is null && Time is null;

    /// <summary>Sequence of the last entry of clerks, third person or correction; 0: none.</summary>
    public long MarkVersion { get; private set; }

    internal ModuleResult? Computed { get; set; }

    /// <summary>Of one run (R-K7); the first is this one. Null: nothing entered.</summary>
    /// <param name="number">From 1.</param>
    public ModuleEntries? Attempt(int number) => number <= 1 ? this : later.ElementAtOrDefault(number - 2);

    /// <summary>There was a run, and every one is out of time (R-M5).</summary>
    internal bool AllOut(Module module)
    {
        var any = false;
        for (var number = 1; number <= later.Count + 1; number++)
        {
            if (Attempt(number) is not { IsEmpty: false } run)
            {
                continue;
            }

            any = true;
            if (!Overtime.IsOut(module.Time, run.Time?.NetSeconds))
            {
                return false;
            }
        }

        return any;
    }

    internal ModuleEntries AttemptOf(int number)
    {
        while (later.Count < number - 1)
        {
            later.Add(new ModuleEntries());
        }

        return number <= 1 ? this : later[number - 2];
    }

    public SheetState? Sheet(JudgeId judge)
    {
        foreach (var sheet in sheets)
        {
            if (sheet.Judge == judge)
            {
                return sheet;
            }
        }

        return null;
    }

    public ClerkMark? Mark(string clerk) => clerkMarks.Find(m => m.Clerk == clerk);

    internal ModuleEntries Copy()
    {
        var copy = new ModuleEntries { Settled = Settled, Time = Time, Clock = Clock, SpreadReason = SpreadReason, MarkVersion = MarkVersion, PanelReason = PanelReason, Waived = Waived };
        copy.later.AddRange(later.Select(l => l.Copy()));
        copy.sheets.AddRange(sheets);
        copy.clerkMarks.AddRange(clerkMarks);
        return copy;
    }

    internal void Put(SheetState sheet)
    {
        (SpreadReason, PanelReason, Waived) = (null, null, null);
        var at = sheets.FindIndex(s => s.Judge == sheet.Judge);
        if (at < 0)
        {
            sheets.Add(sheet);
        }
        else
        {
            sheets[at] = sheet;
        }
    }

    internal void Put(ClerkMark mark)
    {
        (Settled, Waived) = (null, null);
        MarkVersion = mark.Version;
        var at = clerkMarks.FindIndex(m => m.Clerk == mark.Clerk);
        if (at < 0)
        {
            clerkMarks.Add(mark);
        }
        else
        {
            clerkMarks[at] = mark;
        }
    }

    internal void Settle(SettledMark mark)
    {
        Settled = mark;
        MarkVersion = mark.Version;
    }
}

/// <summary>R-B6: a clock that runs.</summary>
/// <param name="StartedAt">As told by the floor judge's tablet, UTC.</param>
/// <param name="ExtensionSeconds">补时 given so far.</param>
/// <param name="Reason">Of the extension; null: none given.</param>
public sealed record RunningClock(DateTimeOffset StartedAt, decimal ExtensionSeconds = 0, string? Reason = null);

/// <param name="Version">Sequence of the entry.</param>
public sealed record ClerkMark(string Clerk, decimal Mark, long Version);

/// <param name="By">The third person, or who approved the correction.</param>
public sealed record SettledMark(decimal Mark, string By, string Reason, long Version, bool Correction);

/// <summary>R-B6, R-J6.</summary>
/// <param name="ExtensionSeconds">补时.</param>
/// <param name="Reason">Of the extension; null: none given.</param>
public sealed record RecordedTime(decimal UsedSeconds, decimal ExtensionSeconds, DateTimeOffset? FinishedAt, long Version, string? Reason = null)
{
    /// <summary>The finish on the venue's clock, as it is read out.</summary>
    public DateTimeOffset? FinishedAtVenue { get; init; }

    /// <summary>Time used net of 补时, never below 0: for overtime and for ties alike.</summary>
    public decimal NetSeconds => Math.Max(0, UsedSeconds - ExtensionSeconds);
}
