using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.People;

namespace Scoring.Api.Console.Cards;

/// <summary>Where the cards come from.</summary>
/// <param name="Own">Of an entrant, sent with the list; null: none.</param>
/// <param name="Photo">By 准考证号 or, where nobody else is called so, by name; null: none.</param>
/// <param name="Masked">The entrant's document number with its middle hidden; null: none is known.</param>
public sealed record CardSource(
    CompetitionState State, TradeId? Only, Func<EntrantId, string?> Own, Func<string, string?> Photo, Func<Entrant, string?> Masked,
        IReadOnlyList<(string Name, Role Role)> Accounts)
{
    private IEnumerable<TradeState> Trades => State.TradesInOrder.Where(t => Only is null || t.Definition.Id == Only);

    public IReadOnlyList<Card> Of(string kind) => kind switch
    {
        CardKind.Tickets => [.. Trades.SelectMany(t => Taking(t).Select(e => Ticket(t, e)))],
        CardKind.Entrants => [.. Trades.SelectMany(t => Taking(t).SelectMany(e => Badges(t, e)))],
        CardKind.Judges => [.. Officials(judges: true)],
        CardKind.Staff => [.. Officials(judges: false), .. Beside()],
        CardKind.Desks => [.. Officials(judges: true), .. Officials(judges: false)],
        _ => [.. Trades.SelectMany(t =>
            t.Entrants.Where(e => e.Code is not null && e.Status is EntrantStatus.Normal or EntrantStatus.Absent).InCodeOrder()
            .Select(e => Station(t, e)))],
    };

    private static IEnumerable<EntrantState> Taking(TradeState trade) => trade.Entrants.Where(e => e.Status != EntrantStatus.Withdrawn)
        .OrderBy(e => e.Entrant.ExamNumber ?? "", ReadingOrder.Names).ThenBy(e => e.Index);

    private Card Ticket(TradeState trade, EntrantState entrant)
    {
        var e = entrant.Entrant;
        var contest = State.Competition;
        List<(string, string)> lines = [("准考证号", e.ExamNumber ?? ""), (State.TradeWord, trade.Definition.Name)];
        void Add(string word, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                lines.Add((word, text));
            }
        }

        Add("性别", e.Gender);
        Add("证件号码", Masked(e));
        Add("成员", e.Members is { Count: > 0 } members ? string.Join('、', members) : null);
        Add("时间", $"{contest?.Date?.Day()}{(trade.Definition.StartsAt is { } at ? $" {at:HH:mm}" : "")}".Trim());
        Add("地点", string.Join(' ', new[] { contest?.Venue, trade.Definition.Venue }.OfType<string>()));
        return new Card("准考证", e.Name, trade.Definition.Name, Organization(e.Organization), Own(e.Id) ?? PhotoOf(e.ExamNumber, e.Name),
            lines);
    }

    // A pair or a team wears one each.
    private IEnumerable<Card> Badges(TradeState trade, EntrantState entrant)
    {
        var e = entrant.Entrant;
        var people = e.Members is { Count: > 0 } members ? members : [e.Name];
        return people.Select(name => new Card(
            "选手证", name, trade.Definition.Name, Organization(e.Organization), people.Count == 1 ? Own(e.Id) ?? PhotoOf(e.ExamNumber, name)
                : PhotoOf(null, name),
            [(State.TradeWord, trade.Definition.Name), .. e.Members is null ? [] : (IEnumerable<(string, string)>)[("参赛队", e.Name)],
                .. Number(e.ExamNumber)]));
    }

    private static IEnumerable<(string, string)> Number(string? exam) => string.IsNullOrWhiteSpace(exam) ? [] : [("准考证号", exam)];

    private IEnumerable<Card> Officials(bool judges) =>
        from judge in State.Judges.Values
        let seats = judge.Seats.Where(s => (Only is null || s.Trade == Only) && (s.Role is Role.Judge or Role.HeadJudge) == judges).ToList()
        where seats.Count > 0
        let role = seats.Min(s => Rank(s.Role))
        orderby role, judge.Name, judge.Id.Value
        let titles = seats.Where(s => Rank(s.Role) == role).ToList()
        select new Card(
            titles[0].Role.Chinese(), judge.Name, "", judge.Organization is { } o ? Organization(o) : null, PhotoOf(null, judge.Name),
            [(State.TradeWord, Of([.. seats.Select(s => State.Trade(s.Trade)?.Definition.Name).OfType<string>().Distinct()]))]);

    private string Of(List<string> trades) => trades.Count > 1 && trades.Count == State.TradesInOrder.Count ? $"全部{State.TradeWord}"
        : string.Join('、', trades);

    // Who has an account here and stands in no list: they walk about the hall too.
    private IEnumerable<Card> Beside() => Accounts
        .Where(a => State.Judges.Values.All(j => j.Name != a.Name))
            .Select(a => new Card(a.Role == Role.Admin ? "工作人员" : a.Role.Chinese(), a.Name, "", null, PhotoOf(null, a.Name)));

    private static int Rank(Role role) => role switch
    {
        Role.HeadJudge => 0, Role.Judge => 1, Role.Supervisor => 2, Role.Arbitrator => 3, Role.CodingOfficer => 4, Role.Clerk => 5,
        Role.FloorJudge => 6, _ => 7,
    };

    private static Card Station(TradeState trade, EntrantState entrant) =>
        new(trade.Definition.Name, entrant.Station ?? entrant.Code!, trade.Definition.Name, Code: entrant.Station is null ? null
            : entrant.Code); // only who has a code is asked

    private string? Organization(OrganizationId id) => State.Organizations.GetValueOrDefault(id)?.Name;

    private string? PhotoOf(string? exam, string name) =>
        (string.IsNullOrWhiteSpace(exam) ? null : Photo(exam)) ?? (Called(name) > 1 ? null : Photo(name));

    private int Called(string name) =>
        State.Entrants.Values.Sum(e => e.Entrant.Members?.Count(m => m == name) ?? (e.Entrant.Name == name ? 1 : 0))
        + State.Judges.Values.Count(j => j.Name == name);
}
