// Rows of a 裁判名册 (R-I1e): people with seats and recusals, held against those appointed.
using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>One list, read row by row; a person on several rows is one judge with all their seats. The document number only tells people
/// apart and is not kept.</summary>
public sealed class JudgeReader(CompetitionState state, ReadPlaces places)
{
    private static readonly string[] Everything = ["全部", "各赛项", "所有", "全部赛项", "所有赛项", "各工种", "全部工种", "所有工种", "各项目", "全部项目", "所有项目", "不限", "全体", "全赛项", "all", "全部模块", "所有模块", "各模块"];

    private readonly JudgeOffices offices = new(state);
    private readonly Dictionary<(string Name, string Organization), Judge> people = [];
    private readonly Dictionary<string, (string Name, string Organization)> byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<(TradeId Trade, ModuleId Module, int Number), JudgeId> seats = state.Judges.Values
        .SelectMany(
            j => j.Seats.Where(s => s is { Module: not null, Number: > 0 }).Select(s => (Seat: (s.Trade, s.Module!.Value, s.Number), j.Id)))
        .DistinctBy(s => s.Seat).ToDictionary(s => s.Seat, s => s.Id);
    private readonly Dictionary<string, Organization> made = new(StringComparer.Ordinal);
    private int number = state.Judges.Count;

    /// <summary>Everyone on the list, as they would be appointed.</summary>
    public IEnumerable<Judge> People => people.Values;

    /// <summary>Organizations the list names first.</summary>
    public IReadOnlyCollection<Organization> Made => made.Values;

    public JudgeRow Read(ListTable table, int row)
    {
        var findings = new List<Finding>();
        EntrantCells.Faults(table, row, findings);
        var name = EntrantCells.Name(table, row, findings);
        var organization = OrganizationOf(table, row, findings);
        var roles = JudgeCells.Roles(table, row, findings);
        var trades = Trades(table, row, roles, findings);
        var key = name is null ? default : Key(table, row, name, organization, findings);
        if (name is null || findings.Exists(f => f.Error))
        {
            return new JudgeRow(table, row, RowVerdict.Error, findings, null);
        }

        var before = Known(name, organization);
        var judge = people.GetValueOrDefault(key) ?? before ?? new Judge(NextId(), name, [], organization?.Id);
        var seated = judge.Seats.ToList();
        foreach (var (role, trade) in roles.SelectMany(r => trades.Select(t => (r, t))))
        {
            offices.Take(table, row, judge, role, trade, seated, findings);
            Seat(table, row, judge.Id, role, trade, seated, findings);
        }

        var recusals = new RecusalText(state, trades, organization?.Id ?? judge.Organization).Of(
            EntrantCells.Text(table, row, ListField.Recusal) ?? "");
        findings.AddRange(recusals.Faults.Select(f => new Finding(table.Address(row, ListField.Recusal), true, f.What, f.Advice)));
        if (findings.Exists(f => f.Error))
        {
            return new JudgeRow(table, row, RowVerdict.Error, findings, null);
        }

        var now = judge with
        {
            Seats = seated, Organization = judge.Organization ?? organization?.Id, Title = JudgeCells.Title(table, row) ?? judge.Title,
            RecusedOrganizations = Joined(judge.RecusedOrganizations, recusals.Organizations), RecusedFrom = Joined(
                judge.RecusedFrom, recusals.Entrants),
        };
        people[key] = now;
        var verdict = findings.Exists(f => f.Blocks) ? RowVerdict.Undecided : before is null ? RowVerdict.New : Same(before, now) ? RowVerdict.Same : RowVerdict.Update;
        return new JudgeRow(table, row, verdict, findings, now.Id);
    }

    /// <summary>Whether a judge is as appointed already.</summary>
    public static bool Same(Judge a, Judge b) =>
        (a.Name, a.Title, a.Organization) == (b.Name, b.Title, b.Organization) && a.Seats.ToHashSet().SetEquals(b.Seats)
        && (a.RecusedFrom ?? []).SequenceEqual(b.RecusedFrom ?? [])
        && (a.RecusedOrganizations ?? []).SequenceEqual(b.RecusedOrganizations ?? []);

    // One number is one person, whatever stands beside it.
    private (string Name, string Organization) Key(
        ListTable table, int row, string name, Organization? organization, List<Finding> findings)
    {
        var key = people.Keys.FirstOrDefault(
            k =>
                k.Name == name
                    && (organization is null || k.Organization.Length == 0 || k.Organization == organization.Id.Value), (
                        Name: name, Organization: organization?.Id.Value ?? ""));
        if (EntrantCells.Text(table, row, ListField.IdNumber) is not { } text || DocumentNumber.Read(null, text) is not { Fault: null } document)
        {
            return key;
        }

        if (!byNumber.TryGetValue(document.Number, out var first))
        {
            return byNumber[document.Number] = key;
        }

        if (first.Name != name)
        {
            findings.Add(new Finding(table.Address(row, ListField.IdNumber), true, "一个证件号码有两个姓名", $"上面的行是{first.Name}，请核对。"));
        }
        else if (first != key)
        {
            findings.Add(new Finding(table.Address(row, ListField.Organization), false, $"{name}在两行里的单位不同", "证件号码相同，按一个人、前一行的单位读。"));
        }

        return first;
    }

    private Organization? OrganizationOf(ListTable table, int row, List<Finding> findings)
    {
        var text = OrganizationNames.Clean(EntrantCells.Text(table, row, ListField.Organization) ?? "");
        if (text.Length == 0 || CellText.IsDitto(text))
        {
            if (text.Length > 0)
            {
                findings.Add(new Finding(table.Address(row, ListField.Organization), true, $"单位写的是“{text}”", "请写全。", Kind: "单位写的是“同上”"));
            }

            return null;
        }

        var (name, id) = places.Named(text, table.Address(row, ListField.Organization), findings);
        return id is { } known ? new Organization(known, name)
            : made.TryGetValue(name, out var organization) ? organization
            : made[name] = new Organization(NewOrganizations.For(state, [.. made.Keys, name])[^1].Id, name);
    }

    private Judge? Known(string name, Organization? organization) => state.Judges.Values.FirstOrDefault(j =>
        j.Name == name && (j.Organization is null || organization is null || j.Organization == organization.Id));

    // Officials of the whole contest may be listed without a trade; a judge marks a trade.
    private IReadOnlyList<TradeState> Trades(ListTable table, int row, List<Role> roles, List<Finding> findings)
    {
        var text = EntrantCells.Text(table, row, ListField.Trade);
        if (text is not null && Everything.Contains(text.Replace(" ", "", StringComparison.Ordinal)))
        {
            return state.TradesInOrder;
        }

        if (text is null && !roles.Exists(r => r is Role.Judge or Role.HeadJudge))
        {
            return state.TradesInOrder;
        }

        if (text is not null && places.Known(text) is null)
        {
            var parts = RoleText.Parts(text) is { Count: > 1 } listed ? listed : RoleText.Words(text);
            if (parts.Count > 1 && parts.Select(places.Known).ToList() is var several && several.Exists(t => t is not null))
            {
                findings.AddRange(
                    parts.Where(p => places.Known(p) is null).Select(p => places.Unknown(table.Address(row, ListField.Trade), p)));
                return [.. several.OfType<TradeState>().Distinct()];
            }
        }

        return places.Trade(table, row, findings) is { } trade ? [trade] : [];
    }

    private void Seat(ListTable table, int row, JudgeId judge, Role role, TradeState trade, List<JudgeSeat> seated, List<Finding> findings)
    {
        if (role != Role.Judge)
        {
            if (!seated.Exists(s => s.Role == role && s.Trade == trade.Definition.Id))
            {
                seated.Add(new JudgeSeat(role, trade.Definition.Id));
            }

            return;
        }

        foreach (var module in Modules(table, row, trade, findings).Where(m => !seated.Exists(s => s.Role == role && s.Trade == trade.Definition.Id && s.Module == m)))
        {
            TakeSeat(table, row, judge, trade, module, seated, findings);
        }
    }

    private void TakeSeat(
        ListTable table, int row, JudgeId judge, TradeState trade, ModuleId module, List<JudgeSeat> seated, List<Finding> findings)
    {
        if (trade.Phase >= Phase.Scoring)
        {
            findings.Add(
                new Finding(table.Address(row, ListField.Trade), true, $"{trade.Definition.Name}已经开始评分", "不能再加评分席位；换人请在“人员与回避”办理。"));
            return;
        }

        var wanted = EntrantCells.Text(table, row, ListField.Seat)?.TrimEnd('号');
        if (wanted is not null && (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) || typed is < 1 or > 99))
        {
            findings.Add(new Finding(table.Address(row, ListField.Seat), true, $"席位“{wanted}”不是 1 到 99 的数", "请改成数字，或空着由系统编排。"));
            return;
        }

        var seat = wanted is null ? Enumerable.Range(1, 99).First(n => !seats.ContainsKey((trade.Definition.Id, module, n))) : int.Parse(
            wanted, CultureInfo.InvariantCulture);
        if (!seats.TryAdd((trade.Definition.Id, module, seat), judge) && seats[(trade.Definition.Id, module, seat)] != judge)
        {
            findings.Add(new Finding(table.Address(row, ListField.Seat), true, $"{trade.Definition.Name}模块 {module} 的 {seat} 号席位已有人", "请换一个席位号，或空着由系统编排。"));
            return;
        }

        seated.Add(new JudgeSeat(Role.Judge, trade.Definition.Id, module, seat));
    }

    private static List<ModuleId> Modules(ListTable table, int row, TradeState trade, List<Finding> findings)
    {
        var marked = trade.Modules.Where(m => m.MarkedBy == Role.Judge).Select(m => m.Definition).ToList();
        var text = EntrantCells.Text(table, row, ListField.Module);
        if (text is null || Everything.Contains(text))
        {
            return [.. marked.Select(m => m.Id)];
        }

        var found = new List<ModuleId>();
        foreach (var word in Named(text) is { } whole ? [whole.Name] : RoleText.Words(text.Replace("模块", " ", StringComparison.Ordinal)))
        {
            if (Named(word) is { } module)
            {
                found.Add(module.Id);
            }
            else
            {
                findings.Add(new Finding(table.Address(row, ListField.Module), true, $"{trade.Definition.Name}没有由裁判评分的模块“{word}”", $"有：{string.Join('、', marked.Select(m => $"{m.Id} {m.Name}"))}。"));
            }
        }

        return found;

        Module? Named(string word) =>
            marked.Find(m => string.Equals(m.Id.Value, word, StringComparison.OrdinalIgnoreCase) || ReadPlaces.Bare(m.Name) == ReadPlaces.Bare(word));
    }

    private static IReadOnlyList<T>? Joined<T>(IReadOnlyList<T>? before, IReadOnlyList<T> more) =>
        before is null && more.Count == 0 ? null : [.. (before ?? []).Union(more)];

    private JudgeId NextId()
    {
        JudgeId id;
        do
        {
            id = new JudgeId(string.Create(CultureInfo.InvariantCulture, $"J{++number:00}"));
        }
        while (state.Judges.ContainsKey(id));
        return id;
    }
}
