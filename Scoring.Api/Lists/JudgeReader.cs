// Rows of a 裁判名册 (R-I1e): people with seats and recusals, held against those appointed.
using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>One list, read row by row; a person on several rows is one judge with all their seats. The document number is not kept: judges have none in the ledger.</summary>
public sealed class JudgeReader(CompetitionState state, ReadPlaces places)
{
    private readonly Dictionary<(string Name, string Organization), Judge> people = [];
    private readonly Dictionary<(TradeId Trade, ModuleId Module, int Number), JudgeId> seats = state.Judges.Values
        .SelectMany(j => j.Seats.Where(s => s is { Module: not null, Number: > 0 }).Select(s => (Seat: (s.Trade, s.Module!.Value, s.Number), j.Id)))
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
        var roles = Roles(table, row, findings);
        var trades = Trades(table, row, roles, findings);
        if (name is null || findings.Exists(f => f.Error))
        {
            return Row(table, row, RowVerdict.Error, findings, null);
        }

        var before = Known(name, organization);
        var key = people.Keys.FirstOrDefault(
            k => k.Name == name && (organization is null || k.Organization.Length == 0 || k.Organization == organization.Id.Value), (Name: name, Organization: organization?.Id.Value ?? ""));
        var judge = people.GetValueOrDefault(key) ?? before ?? new Judge(NextId(), name, [], organization?.Id);
        var seated = judge.Seats.ToList();
        foreach (var (role, trade) in roles.SelectMany(r => trades.Select(t => (r, t))))
        {
            Seat(table, row, judge.Id, role, trade, seated, findings);
        }

        var (recused, recusedFrom) = Recusals(table, row, trades, findings);
        if (findings.Exists(f => f.Error))
        {
            return Row(table, row, RowVerdict.Error, findings, null);
        }

        var now = judge with
        {
            Seats = seated, Organization = organization?.Id ?? judge.Organization, Title = EntrantCells.Text(table, row, ListField.Title) ?? judge.Title,
            RecusedOrganizations = Joined(judge.RecusedOrganizations, recused), RecusedFrom = Joined(judge.RecusedFrom, recusedFrom),
        };
        people[key] = now;
        var verdict = findings.Exists(f => f.Choice is { Given: null }) ? RowVerdict.Undecided : before is null ? RowVerdict.New : Same(before, now) ? RowVerdict.Same : RowVerdict.Update;
        return Row(table, row, verdict, findings, now.Id);
    }

    /// <summary>Whether a judge is as appointed already.</summary>
    public static bool Same(Judge a, Judge b) =>
        (a.Name, a.Title, a.Organization) == (b.Name, b.Title, b.Organization) && a.Seats.ToHashSet().SetEquals(b.Seats)
        && (a.RecusedFrom ?? []).SequenceEqual(b.RecusedFrom ?? []) && (a.RecusedOrganizations ?? []).SequenceEqual(b.RecusedOrganizations ?? []);

    private Organization? OrganizationOf(ListTable table, int row, List<Finding> findings)
    {
        var text = OrganizationNames.Clean(EntrantCells.Text(table, row, ListField.Organization) ?? "");
        if (text.Length == 0)
        {
            return null;
        }

        var (name, id) = places.Named(text, table.Address(row, ListField.Organization), findings);
        return id is { } known ? new Organization(known, name)
            : made.TryGetValue(name, out var new1) ? new1
            : made[name] = new Organization(NewOrganizations.For(state, [.. made.Keys, name])[^1].Id, name);
    }

    private Judge? Known(string name, Organization? organization) => state.Judges.Values.FirstOrDefault(j =>
        j.Name == name && (j.Organization is null || organization is null || j.Organization == organization.Id));

    private static List<Role> Roles(ListTable table, int row, List<Finding> findings)
    {
        var read = RoleText.Read(EntrantCells.Text(table, row, ListField.Role) ?? "裁判");
        foreach (var (word, role) in read.Where(r => r.Role is null))
        {
            findings.Add(new Finding(table.Address(row, ListField.Role), true, $"没有“{word}”这个角色", RoleText.Nearest(word) is { Count: > 0 } near ? $"最接近：{string.Join('、', near)}。" : "请写裁判、裁判长、监督等。"));
        }

        return [.. read.Select(r => r.Role).OfType<Role>().Distinct()];
    }

    // Officials of the whole contest may be listed without a trade; a judge marks a trade.
    private IReadOnlyList<TradeState> Trades(ListTable table, int row, List<Role> roles, List<Finding> findings)
    {
        var text = EntrantCells.Text(table, row, ListField.Trade);
        if ((text is null or "全部" or "各赛项" or "所有") && !roles.Exists(r => r is Role.Judge or Role.HeadJudge))
        {
            return state.TradesInOrder;
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

        foreach (var module in Modules(table, row, trade, findings))
        {
            if (!seated.Exists(s => s.Role == role && s.Trade == trade.Definition.Id && s.Module == module))
            {
                TakeSeat(table, row, judge, trade, module, seated, findings);
            }
        }
    }

    private void TakeSeat(ListTable table, int row, JudgeId judge, TradeState trade, ModuleId module, List<JudgeSeat> seated, List<Finding> findings)
    {
        if (trade.Phase >= Phase.Scoring)
        {
            findings.Add(new Finding(table.Address(row, ListField.Trade), true, $"{trade.Definition.Name}已经开始评分", "不能再加评分席位；换人请在“人员与回避”办理。"));
            return;
        }

        var wanted = EntrantCells.Text(table, row, ListField.Seat)?.TrimEnd('号');
        if (wanted is not null && (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) || typed is < 1 or > 99))
        {
            findings.Add(new Finding(table.Address(row, ListField.Seat), true, $"席位“{wanted}”不是 1 到 99 的数", "请改成数字，或空着由系统编排。"));
            return;
        }

        var seat = wanted is null ? Enumerable.Range(1, 99).First(n => !seats.ContainsKey((trade.Definition.Id, module, n))) : int.Parse(wanted, CultureInfo.InvariantCulture);
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
        if (text is null or "全部" or "所有")
        {
            return [.. marked.Select(m => m.Id)];
        }

        var found = new List<ModuleId>();
        foreach (var word in RoleText.Parts(text.Replace("模块", "", StringComparison.Ordinal)))
        {
            if (marked.Find(m => string.Equals(m.Id.Value, word, StringComparison.OrdinalIgnoreCase) || ReadPlaces.Bare(m.Name) == ReadPlaces.Bare(word)) is { } module)
            {
                found.Add(module.Id);
            }
            else
            {
                findings.Add(new Finding(table.Address(row, ListField.Module), true, $"{trade.Definition.Name}没有由裁判评分的模块“{word}”", $"有：{string.Join('、', marked.Select(m => $"{m.Id} {m.Name}"))}。"));
            }
        }

        return found;
    }

    private (IReadOnlyList<OrganizationId> Organizations, IReadOnlyList<EntrantId> Entrants) Recusals(
        ListTable table, int row, IReadOnlyList<TradeState> trades, List<Finding> findings)
    {
        List<OrganizationId> organizations = [];
        List<EntrantId> entrants = [];
        foreach (var word in RoleText.Parts(EntrantCells.Text(table, row, ListField.Recusal) ?? "").Where(w => w is not ("无" or "—" or "-")))
        {
            var key = OrganizationNames.Key(word);
            var named = trades.SelectMany(t => t.Entrants).Where(e => e.Entrant.Name == word).ToList();
            if (state.Organizations.Values.FirstOrDefault(o => OrganizationNames.Key(o.Name) == key || o.ShortName == word) is { } organization)
            {
                organizations.Add(organization.Id);
            }
            else if (named.Count == 1)
            {
                entrants.Add(named[0].Entrant.Id);
            }
            else
            {
                findings.Add(named.Count > 1
                    ? new Finding(table.Address(row, ListField.Recusal), true, $"有 {named.Count} 个{word}", "分不清回避哪一位，请改写单位。")
                    : new Finding(table.Address(row, ListField.Recusal), true, $"回避的“{word}”不是参赛单位，也不是本工种的选手", NearestNames.Of(word, state.Organizations.Values.Select(o => o.Name)) is { Count: > 0 } near ? $"最接近：{string.Join('、', near)}。" : "请核对。"));
            }
        }

        return (organizations, entrants);
    }

    private static IReadOnlyList<T>? Joined<T>(IReadOnlyList<T>? before, IReadOnlyList<T> more) => before is null && more.Count == 0 ? null : [.. (before ?? []).Union(more)];

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

    private static JudgeRow Row(ListTable table, int row, RowVerdict verdict, List<Finding> findings, JudgeId? judge) => new(
        row + 1, verdict,
        [
            .. JudgeImport.Columns.Select(f =>
            {
                var address = table.Address(row, f);
                return new ShownCell(table.Read(row, f).Text.Trim(), null, findings.Exists(x => x.Error && x.Cell == address), findings.Exists(x => !x.Error && x.Cell == address));
            }),
        ],
        findings, judge);
}
