using Scoring.Core.Fold;
using Scoring.Core.Ledger;
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>What a file would do, whole: the preview of any list (R-I3).</summary>
/// <param name="Absent">Names that are here but not on the list; they stay.</param>
public abstract record ListImport(string FileName, ListTable Table, IReadOnlyList<ListRow> Lines, IReadOnlyList<string> Absent)
{
    /// <summary>Columns of the preview, in order.</summary>
    public abstract IReadOnlyList<ListField> Shown { get; }

    public int Errors => Lines.Sum(r => r.Findings.Count(f => f.Error));

    public int Questions => Lines.SelectMany(r => r.Findings).Where(f => f.Choice is { Given: null }).Select(f => f.Choice!.Key).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Spellings of organizations decided in this import: what was written, and what it stands for (R-I1f).</summary>
    public virtual IEnumerable<(string Written, string Name)> Spellings => [];

    public int Count(RowVerdict verdict) => Lines.Count(r => r.Verdict == verdict);

    /// <summary>Null: everything is right, or only the good rows are wanted.</summary>
    protected Decision.Refuse? Unclean(bool onlyGood) => onlyGood || Lines.All(r => r.Good)
        ? null
        : new("not-clean", $"还有 {Errors} 处错误、{Questions} 个问题，修正后才能全部导入");

    protected static readonly Decision.Refuse NothingNew = new("nothing-new", "没有新增或更新，名单和现在一样");

    /// <summary>The longest table of the file; other sheets that look like one are named, as they are not read.</summary>
    /// <exception cref="UnreadableFileException">There is none.</exception>
    protected static ListTable Read(byte[] file, string fileName, Func<IReadOnlySet<ListField>, bool> isHead, string lacking)
    {
        var tables = SpreadsheetReader.Read(file, fileName).Sheets.Select(s => ListTable.Find(s, isHead)).OfType<ListTable>().OrderByDescending(t => t.Rows.Count).ToList();
        return tables.Count == 0 ? throw new UnreadableFileException(lacking)
            : tables.Skip(1).Where(t => t.Rows.Count > 0).Select(t => $"“{t.Sheet.Name}”").ToList() is { Count: > 0 } others
                ? tables[0] with { Notes = [.. tables[0].Notes, $"没有读工作表 {string.Join('、', others)}，请分别上传"] }
            : tables[0];
    }

    /// <summary>The one event that carries the list out, on the state as it is when the ledger takes it.</summary>
    /// <param name="onlyGood">Leave rows with errors and open questions out; else any of them refuses the whole.</param>
    public abstract Decision Decide(CompetitionState state, bool onlyGood);
}
