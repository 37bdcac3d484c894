using System.Text;
using System.Text.RegularExpressions;
using Scoring.Core.Fold.State;
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>Whose mark a row is: by 准考证号, by document number whole or masked, by 代号, by name and organization, over all trades of a contest
/// (R-B2).</summary>
/// <param name="trades">All trades of the contest, so that a row of somebody else's trade is known as that.</param>
/// <param name="codes">The trade whose codes are meant where no column says it; null: any trade may be, and the code must be the only
/// one.</param>
internal sealed partial class MarkPeople(
    CompetitionState state, IReadOnlyList<TradeState> trades, TradeState? codes, ReadPlaces places, Func<string?, PersonalData?> open)
{
    private readonly List<(EntrantState Entrant, TradeState Trade, string Id)> people =
        [.. trades.SelectMany(t => t.Entrants.Select(e => (e, t, (open(e.Entrant.Sealed)?.IdNumber ?? "").ToUpperInvariant())))];

    private Dictionary<EntrantState, string>? ids;

    private ILookup<string, EntrantState>? byId, byExam, byName;

    /// <summary>Somebody, or why nobody: the finding names its cell. Neither: the row is of a trade that is not asked for.</summary>
    public sealed record Answer(EntrantState? Entrant, TradeState? Trade, Finding? Fault);

    private ILookup<string, EntrantState> ById =>
        byId ??= people.Where(p => p.Id.Length > 0).ToLookup(p => p.Id, p => p.Entrant, StringComparer.Ordinal);

    private ILookup<string, EntrantState> ByExam => byExam ??= people.Where(p => !string.IsNullOrEmpty(p.Entrant.Entrant.ExamNumber))
        .ToLookup(p => p.Entrant.Entrant.ExamNumber!, p => p.Entrant, StringComparer.OrdinalIgnoreCase);

    private ILookup<string, EntrantState> ByName =>
        byName ??= people.ToLookup(p => p.Entrant.Entrant.Name, p => p.Entrant, StringComparer.Ordinal);

    public Answer Whose(ListTable table, int row)
    {
        var trade = EntrantCells.Text(table, row, ListField.Trade) is { } said ? places.Known(said) : null;
        List<EntrantState>? found = null;
        Finding? missed = null;
        var by = ListField.Name;
        foreach (var field in (ReadOnlySpan<ListField>)[ListField.ExamNumber, ListField.IdNumber])
        {
            if (Text(table, row, field) is not { } text || (field == ListField.IdNumber && Masked().IsMatch(text)) || (field == ListField.ExamNumber && ByExam.Count == 0))
            {
                continue;
            }

            if (Numbered(table, row, field) is { } lost)
            {
                return new(null, null, lost);
            }

            var these = (field == ListField.ExamNumber ? ByExam[text] : ById[text.ToUpperInvariant()]).ToList();
            if (these.Count == 0 && table.Read(row, field).Kind == CellKind.Number && EntrantCells.Text(table, row, ListField.Name) is not null)
            {
                these = [.. people.Where(p => p.Entrant.Entrant.ExamNumber?.TrimStart('0') == text).Select(p => p.Entrant)]; // the name beside it is held against theirs
            }

            if (these.Count == 0 && field == ListField.IdNumber && ById.Count == 0)
            {
                continue;
            }

            if (these.Count == 0)
            {
                missed ??= NoOne(table, row, field);
            }
            else if (found is not null && !found.Exists(f => these.Exists(t => SamePerson(f, t))))
            {
                return new(
                    null, null,
                    new Finding(table.Address(row, field), true, $"{ListHeaders.Name(by)}和{ListHeaders.Name(field)}不是同一个人", "请核对。"));
            }
            else
            {
                (found, by) = (
                    found is null ? these : [.. found.Where(f => these.Exists(t => SamePerson(f, t)))], found is null ? field : by);
            }
        }

        if (found is null && missed is not null)
        {
            return Unknown(trade, missed);
        }

        if (found is null && Text(table, row, ListField.Code) is { } code)
        {
            return OfCode(table, row, trade, code);
        }

        return Agreed(table, row, trade, found, by);
    }

    // By code nothing else is looked at, or the clerk could learn who is who (R-A1).
    private Answer OfCode(ListTable table, int row, TradeState? trade, string code)
    {
        var found = (trade ?? codes) is { } one ? [one.ByCode(code)] : trades.Select(t => t.ByCode(code)).ToList();
        return found.OfType<EntrantState>().ToList() switch
        {
            [var only] => new(only, only.Trade, null),
            [] => Unknown(trade, NoOne(table, row, ListField.Code)),
            _ => new(null, null, new Finding(table.Address(row, ListField.Code), true, $"几个{state.TradeWord}都有代号“{code}”", $"请加一列{state.TradeWord}，或一个{state.TradeWord}一个文件。")),
        };
    }

    private Answer Agreed(ListTable table, int row, TradeState? trade, List<EntrantState>? found, ListField by)
    {
        var name = EntrantCells.Text(table, row, ListField.Name) is { } written ? NameText.Clean(written).Text : null;
        if (found is null && name is null && EntrantCells.Text(table, row, ListField.Work) is { } alone)
        {
            found = [.. people.Where(p => p.Entrant.Entrant.Work == alone).Select(p => p.Entrant)];
            if (found.Count == 0)
            {
                return Unknown(trade, NoOne(table, row, ListField.Work));
            }

            by = ListField.Work;
        }

        if (found is null && name is null)
        {
            return new(null, null, new Finding(table.Address(row, ListField.Mark), true, "不知道是谁的成绩", "请填证件号码、准考证号、代号或姓名。"));
        }

        if (found is not null && name is not null && found.TrueForAll(f => f.Entrant.Name != name))
        {
            return new(null, null, new Finding(
                table.Address(row, ListField.Name), true, $"名册里这个{ListHeaders.Name(by)}是{found[0].Entrant.Name}", "号码和姓名对不上，请核对。"));
        }

        var fits = found ?? [.. ByName[name!]];
        if (fits.Count == 0)
        {
            return Unknown(trade, NoOne(table, row, ListField.Name));
        }

        if (Text(table, row, ListField.IdNumber) is { } mask && Masked().IsMatch(mask))
        {
            var seen = fits.Where(f => IdOf(f) is var id && (id.Length == 0 || Fits(mask, id))).ToList();
            if (seen.Count == 0)
            {
                return new(
                    null, null,
                    new Finding(table.Address(row, ListField.IdNumber), true, $"{fits[0].Entrant.Name}的证件号码和名册里的不一致", "看得见的几位不同，请核对。"));
            }

            fits = seen;
        }

        if (found is null && EntrantCells.Text(table, row, ListField.Organization) is { } firm)
        {
            var key = OrganizationNames.Key(firm);
            var same = fits.Where(f => OrganizationNames.Key(state.Organizations.GetValueOrDefault(f.Entrant.Organization)?.Name ?? "") == key).ToList();
            if (same.Count == 0)
            {
                return new(
                    null, null,
                    new Finding(
                        table.Address(row, ListField.Organization), true, $"名册里的{fits[0].Entrant.Name}不是这个单位的", "请核对，或加一列准考证号、证件号码。"));
            }

            fits = same;
        }

        return InTrade(table, row, trade, fits, by);
    }

    private Answer InTrade(ListTable table, int row, TradeState? trade, List<EntrantState> fits, ListField by)
    {
        // Of one name in several trades, the one that was chosen is meant.
        var here = trade is not null ? [.. fits.Where(f => f.Trade == trade)]
            : fits.Count > 1 && codes is not null && fits.Where(f => f.Trade == codes).ToList() is { Count: > 0 } chosen ? chosen
            : fits;
        if (here.Count > 1 && EntrantCells.Text(table, row, ListField.Work) is { } work)
        {
            here = [.. here.Where(f => f.Entrant.Work == work)]; // one of an author's works
        }

        return here switch
        {
            [var only] => new(only, only.Trade, null),
            [] when EntrantCells.Text(table, row, ListField.Work) is { } other && fits.Exists(f => f.Entrant.Work is not null) =>
                new(null, null, new Finding(table.Address(row, ListField.Work), true, $"{fits[0].Entrant.Name}没有作品《{other}》", "请核对作品名称。")),
            [] when trade is not null => new(null, null, new Finding(table.Address(row, ListField.Trade), true, $"{fits[0].Entrant.Name}报的是{fits[0].Trade?.Definition.Name}，不是{trade.Definition.Name}", $"请核对{state.TradeWord}。")),
            _ => new(null, null, new Finding(
                table.Address(row, by), true, here.Select(f => f.Trade).Distinct().Count() > 1 ? $"{here[0].Entrant.Name}报了 {here.Count} 个{state.TradeWord}" : $"{here[0].Trade?.Definition.Name}有 {here.Count} 个“{here[0].Entrant.Name}”",
                here.Select(f => f.Trade).Distinct().Count() > 1 ? $"请加一列{state.TradeWord}。" : here.TrueForAll(f => f.Entrant.Work is not null) ? "请加一列作品名称来区分。" : "请加一列准考证号或证件号码来区分。")),
        };
    }

    // A number of somebody in a trade the clerk does not hold is no fault of this list.
    private Answer Unknown(TradeState? trade, Finding fault) => new(null, trade, fault);

    private Finding NoOne(ListTable table, int row, ListField field) => new(
        table.Address(row, field), true,
        $"{(codes is { } one ? one.Definition.Name : "名册里")}没有{ListHeaders.Name(field)}为“{(field == ListField.IdNumber ? Masks.Written(table.Read(row, field).Text) : table.Read(row, field).Text)}”的选手",
        $"请核对，或看看是不是选错了{state.TradeWord}。", Kind: $"没有这个{ListHeaders.Name(field)}的选手");

    private static Finding? Numbered(ListTable table, int row, ListField field)
    {
        var cell = table.Read(row, field);
        return cell.Kind == CellKind.Text
            || (cell.Kind == CellKind.Number && field == ListField.ExamNumber && cell.Text.Length < 15 && cell.Text.All(char.IsAsciiDigit))
            ? null
            : new Finding(table.Address(row, field), true, $"{ListHeaders.Name(field)}被 Excel 存成了数字", "末几位可能已丢失，设为文本后重填。");
    }

    private static string? Text(ListTable table, int row, ListField field) =>
        EntrantCells.Text(table, row, field) is { } text ? string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !CellText.IsUnseen(c))) : null;

    private string IdOf(EntrantState entrant) => (ids ??= people.ToDictionary(p => p.Entrant, p => p.Id))[entrant];

    private bool SamePerson(EntrantState one, EntrantState other) => one == other || (IdOf(one) is { Length: > 0 } id && id == IdOf(other));

    // Stars stand for what is hidden, however many of them; what is seen must be there.
    private static bool Fits(string mask, string id)
    {
        var pieces = mask.ToUpperInvariant().Split(['*', '＊', '•', '●', '×', '?'], StringSplitOptions.RemoveEmptyEntries);
        var front = mask.Length > 0 && char.IsAsciiLetterOrDigit(mask[0]);
        var back = mask.Length > 0 && char.IsAsciiLetterOrDigit(mask[^1]);
        return mask.Length == id.Length
            ? mask.ToUpperInvariant().Zip(id).All(p => !char.IsAsciiLetterOrDigit(p.First) || p.First == p.Second)
            : pieces.Length > 0 && (!front || id.StartsWith(pieces[0], StringComparison.Ordinal))
                && (!back || id.EndsWith(pieces[^1], StringComparison.Ordinal));
    }

    [GeneratedRegex("[*＊•●×?]", RegexOptions.None, 1000)]
    private static partial Regex Masked();
}
