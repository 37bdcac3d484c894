using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>What a file would do, whole: the preview of any list (R-I3).</summary>
/// <param name="Absent">Names that are here but not on the list; they stay.</param>
public abstract record ListImport(
    string FileName, IReadOnlyList<ListTable> Tables, IReadOnlyList<ListRow> Lines, IReadOnlyList<string> Absent)
{
    /// <summary>A longer list is several entries: one of a hundred thousand people would have to be held whole, several times over.</summary>
    public const int MostAnEntry = 10_000;

    private FindingGroups? groups;

    private IReadOnlyList<ShownColumn>? columns;

    private Dictionary<RowVerdict, int>? counts;

    /// <summary>Sequence of the ledger's last entry when it was made.</summary>
    public long At { get; init; }

    /// <summary>Words for trades that there are not, each once; all of them can be made with one button.</summary>
    public IReadOnlyList<string> UnknownTrades => [.. Found.Groups.Where(g => g.First.Choice?.Key.StartsWith(ReadPlaces.UnknownTrade, StringComparison.Ordinal) == true)
        .Select(g => g.First.Choice!.Key[ReadPlaces.UnknownTrade.Length..]).Distinct(StringComparer.Ordinal)];

    /// <summary>The first table; most lists have no other.</summary>
    public ListTable Table => Tables[0];

    /// <summary>Findings of one sort together, errors first.</summary>
    public FindingGroups Found => groups ??= FindingGroups.Of(this);

    public int Errors => Found.Errors;

    public int Questions => Found.Questions;

    /// <summary>Spellings of organizations decided in this import: what was written, and what it stands for (R-I1f).</summary>
    public virtual IEnumerable<(string Written, string Name)> Spellings => [];

    /// <summary>Something about the list as such keeps every row back.</summary>
    public bool IsHeld => Tables.Any(t => t.Findings.Exists(f => f is { Whole: true, Blocks: true }));

    public int Good => Lines.Count(r => r.Verdict is RowVerdict.New or RowVerdict.Update);

    public int Count(RowVerdict verdict) =>
        (counts ??= Lines.GroupBy(r => r.Verdict).ToDictionary(g => g.Key, g => g.Count())).GetValueOrDefault(verdict);

    /// <summary>Columns of the preview, as the sheets write and order them.</summary>
    public IReadOnlyList<ShownColumn> Columns => columns ??= ShownColumn.Of(Tables);

    /// <summary>One row as the preview shows it, in the order of <see cref="Columns"/>; numbers of people masked where they are whole
    /// (R-I2).</summary>
    public IReadOnlyList<ShownCell> Cells(ListRow row) => [.. Columns.Select(c => Cell(row, c))];

    /// <summary>What a field says now, and what stood there before; null: as the list writes it.</summary>
    /// <param name="header">The column's own words, where a field has several columns.</param>
    protected virtual (string Text, string? Before)? Changed(ListRow row, ListField field, string header, string raw) => null;

    private ShownCell Cell(ListRow row, ShownColumn shown)
    {
        var table = row.Table;
        var place = shown.Field is { } f && table.Form is { } form ? form.TryGetValue(f, out var at) ? at : ((int Row, int Column)?)null
            : shown.In(table) is { } column ? (row.Row, column) : null;
        if (place is not { } p)
        {
            return new ShownCell("", []);
        }

        var address = Worksheet.Address(p.Row, p.Column);
        var findings = row.Findings.Where(x => x.Cell == address).ToList();
        var raw = shown.Field is { } field and not (ListField.Tag or ListField.MemberIdNumber or ListField.MemberPhone) ? table.Read(row.Row, field).Text : table.Sheet.At(p.Row, p.Column).Text;
        var (text, before) = shown.Field is { } changed && Changed(row, changed, shown.Header, raw) is { } now ? now : (
            raw.Length > 0 ? raw : table.Sheet.At(p.Row, p.Column).Text, null);
        return new ShownCell(
            text, findings, before is { Length: > 0 } && before != text ? before : null, $"{table.Number}!{address}", table.Sheet.Mended.ContainsKey((p.Row, p.Column)))
        {
            Editable = text == raw ? raw : "",
        };
    }

    /// <summary>Null: everything is right, or only the good rows are wanted.</summary>
    protected Decision.Refuse? Unclean(bool onlyGood) => IsHeld ? new(Refusal.Held, $"这份名单本身还有问题没有处理，一行也不能导入：请先看右边的第一条") : onlyGood || (Errors == 0 && Questions == 0)
        ? null
        : new(Refusal.NotClean, $"还有 {Errors} 处错误、{Questions} 个问题，修正后才能全部导入");

    protected static readonly Decision.Refuse NothingNew = new(Refusal.NothingNew, $"没有新增或更新，名单和现在一样");

    /// <summary>What is asked of the ledger, in order; mostly one entry.</summary>
    public virtual IReadOnlyList<Func<CompetitionState, Decision>> Parts(bool onlyGood) => [state => Decide(state, onlyGood)];

    /// <summary>How it is said that the ledger took it in several entries.</summary>
    public virtual string Divided(int parts) => $"分 {parts} 条记入台账";

    /// <summary>The one event that carries the list out, on the state as it is when the ledger takes it.</summary>
    /// <param name="onlyGood">Leave rows with errors and open questions out; else any of them refuses the whole.</param>
    public abstract Decision Decide(CompetitionState state, bool onlyGood);
}
