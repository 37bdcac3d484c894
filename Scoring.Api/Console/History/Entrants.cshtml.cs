using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Console.Weighing;
using Scoring.Api.Lists;
using Scoring.Api.Personal;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Effects;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Setup;
using Scoring.Display.Screens;

namespace Scoring.Api.Console.History;

/// <summary>选手: everyone of a contest, paged, found by name, pinyin, 代号, 准考证号 or organization. Numbers are masked; one in full is written down (R-I2).</summary>
[Authorize(Policy = Policies.Organize)]
[ShowsPeople("选手名单")]
public sealed class EntrantsModel(Desk desk, PersonalSeal seal, ScreenFiles pictures) : WeighingPage(desk)
{
    private const int PageLength = 100;

    /// <param name="Code">Null: not drawn, or whose it is must not be seen now (R-A1).</param>
    public sealed record Row(string Id, string? ExamNumber, string Name, string? Gender, string Organization, string Trade, string? Code,
        string IdNumber, string Phone, string Status,
        string Beside, string? Photo, bool Edits);

    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true, Name = "trade")]
    public string? Trade { get; set; }

    /// <summary>e.g. 区县=文峰区; null: everybody.</summary>
    [BindProperty(SupportsGet = true, Name = "tag")]
    public string? Tag { get; set; }

    public IReadOnlyList<TagFilter> Filters { get; private set; } = [];

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<TradeChoice> Trades { get; private set; } = [];

    public int Found { get; private set; }

    public int Pages => Math.Max(1, (Found + PageLength - 1) / PageLength);

    /// <summary>Whose row is being edited.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public string? At { get; set; }

    /// <summary>The entrant being edited, and what is locked away; null: nobody, or it is too late here.</summary>
    public (Entrant Entrant, PersonalData? Personal)? Chosen { get; private set; }

    public IReadOnlyList<string> Organizations { get; private set; } = [];

    /// <summary>Panels side by side of the trade of who is being edited (R-K3).</summary>
    public IReadOnlyList<PanelGroup> Groups { get; private set; } = [];

    public void OnGet()
    {
        Open.Read(state =>
        {
            Chosen = Edited(state) is Entrant entrant && state.Trade(entrant.Trade)?.Phase <= Phase.Scoring
                ? (entrant, seal.Open(Open.Id, entrant.Sealed)) : null;
            Groups = Chosen is null ? [] : [.. state.Trade(Chosen.Value.Entrant.Trade)!.Definition.Modules() // Chosen is of a trade
                .SelectMany(m => m.Panel?.Groups ?? []).DistinctBy(g => g.Id)];
            Organizations = Chosen is null ? [] : [.. state.Organizations.Values.Select(o => o.Name).Order(ReadingOrder.Names)];
            Trades = state.TradesInOrder.Select(t => new TradeChoice(t.Definition.Id, t.Definition.Name)).ToList();
            Filters = TagFilter.Of(state);
            var tag = TagFilter.Read(Tag);
            var wanted = Find?.Normalize(System.Text.NormalizationForm.FormKC).Trim().ToLowerInvariant();
            var found = state.TradesInOrder.Where(t => string.IsNullOrEmpty(Trade) || t.Definition.Id.Value == Trade)
                .SelectMany(t => t.Entrants).Where(e => (string.IsNullOrEmpty(wanted) || Matches(state, e, wanted)) && tag?.Holds(state, e) != false).ToList();
            Found = found.Count;
            Number = Math.Clamp(Number, 1, Pages);
            Rows = [.. found.Skip((Number - 1) * PageLength).Take(PageLength).Select(e => RowOf(state, e))];
            return true;
        });
    }

    /// <summary>One entrant mended where it stands, until 评分 ends. What moves ranks, prizes or teams is shown first (R-K10).</summary>
    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostEdit(EntrantForm form) => Weigh(
        Open.Read(state => Edited(state) is Entrant before
            ? new WeighedStep($"修改{before.Name}", "已保存", Changes: Changes(before, form), Back: List) : new WeighedStep("修改选手", "已保存")),
        (state, _) =>
        {
            if (Edited(state) is not Entrant before)
            {
                return new Decision.Refuse(Refusal.NoSuchEntrant, $"找不到这位选手，请刷新");
            }

            var (person, organizations, fault) = form.Read(
                state, before, seal.Open(Open.Id, before.Sealed), personal => seal.Seal(Open.Id, personal.ToJson()));
            return person is null ? new Decision.Refuse(Refusal.BadForm, $"{fault}") // one of the two
                : EditEntrant.Decide(state, Me.Actor, person, organizations);
        });

    protected override string Here => $"{List}&at={Uri.EscapeDataString(At ?? "")}";

    private string List => $"{Request.Path}?{Query(Number)}";

    /// <summary>What is looked for, as an address has it, and a page of it.</summary>
    public string Query(int page) => $"find={Uri.EscapeDataString(Find ?? "")}&trade={Uri.EscapeDataString(Trade ?? "")}&tag={Uri.EscapeDataString(Tag ?? "")}&p={page}";

    // Before the decoding whoever moves would tell whose a code is (R-A2): then only how many do, and how many prizes there are.
    protected override EffectView? Effect(CompetitionState state, LedgerEvent e)
    {
        var trade = (Edited(state) as Entrant)?.Trade ?? default;
        var view = EffectView.Of(state, trade, e);
        return view is null || state.Trade(trade) is not { Definition.CodeLayers: > 0, IsDecoded: false } ? view : view with
        {
            Lines = [], Certificates = [], Honours = [],
            Teams = [.. WhatIf.Quotas(state, trade, e).Select(q => $"{q.Tier}名额 {q.Before} → {q.After}")],
        };
    }

    private static List<WeighedChange> Changes(Entrant before, EntrantForm form)
    {
        static string Of(Counting? counts) => counts switch { Counting.Guest => "不计名次和奖项", Counting.Individual => "只算个人，不计团体", null => "都算" };
        var after = form.Members is null ? before.Counts : Enum.TryParse<Counting>(form.Counts, out var counts) ? counts : (Counting?)null;
        return after == before.Counts ? [] : [new("名次和团体", Of(before.Counts), Of(after))];
    }

    protected override object? Edited(CompetitionState state) => state.Entrant(new EntrantId(At ?? ""))?.Entrant;

    protected override bool Rewrites(LedgerEvent e) => e is EntrantsRegistered list && list.Entrants.Any(x => x.Id.Value == At);

    /// <summary>One person's number in full, beside the row.</summary>
    [Needs(Policies.Organize)]
    public IActionResult OnPostNumber(string entrant)
    {
        var boxed = Open.Read(state => state.Entrant(new EntrantId(entrant))?.Entrant.Sealed);
        Desk.Access.Write(Me, Open.Id, "查看完整证件号码", $"选手 {entrant}");
        return Content(Numbers(seal.Open(Open.Id, boxed)) is { Length: > 0 } numbers ? numbers : "没有登记");
    }

    // The entrant's own; of a pair or team those of its members, each with the name (R-K14).
    private static string Numbers(PersonalData? person) => string.Join('、', (person?.Members ?? [])
        .Where(m => m.IdNumber is not null).Select(m => $"{m.Name} {m.IdNumber}").Prepend(person?.IdNumber).OfType<string>());

    // What stands for them in the row: the members' stand beside their names.
    private static string Masked(PersonalData? person) => person?.IdNumber is { } own ? Masks.Id(own)
        : person?.Members?.Count(m => m.IdNumber is not null) is > 0 and var members ? $"成员 {members} 个" : "";

    private static bool Matches(CompetitionState state, EntrantState entrant, string wanted) =>
        entrant.Entrant.Names.Append(entrant.Entrant.Name).Any(name => name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || Pinyin.Matches(name, wanted))
        || string.Equals(entrant.Entrant.ExamNumber, wanted, StringComparison.OrdinalIgnoreCase)
        || string.Equals(CodeOf(entrant), wanted, StringComparison.OrdinalIgnoreCase)
        || state.Organizations.GetValueOrDefault(entrant.Entrant.Organization)?.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true;

    // Between the first mark and the decoding nobody here learns whose code is whose (R-A1, R-A2).
    private static string? CodeOf(EntrantState entrant) => entrant.Trade is { } trade && (trade.Phase < Phase.Scoring || trade.IsDecoded) ? entrant.Code : null;

    /// <summary>What the list said beside the person: team, members, work, tags, leader, earlier stage; empty: nothing.</summary>
    private static string BesideOf(Entrant entrant, PersonalData? person) => string.Join("；", new[]
    {
        entrant.Team is { } team && team != entrant.Name ? team : null,
        entrant.Members is not { } members ? null : "成员 " + string.Join('、', entrant.MembersInWords.Zip(members, (words, name) =>
            $"{words} {Masks.Id(person?.Of(name)?.IdNumber)}".TrimEnd())),
        entrant.Counts switch { Counting.Guest => "不计名次", Counting.Individual => "不计团体", null => null },
        entrant.Work is { } work ? $"作品《{work}》" : null,
        entrant.Tags is { } tags ? string.Join('，', tags.Select(t => $"{t.Key} {t.Value}")) : null,
        person?.Leader is { } leader ? $"领队 {leader}" : null,
        entrant.From is { } from
            ? $"来自{from.Contest}{(from.Rank is { } rank ? $"，第 {rank} 名" : "")}{(from.Total is { } total ? $"，{total.Plain()} 分" : "")}"
            : null,
    }.OfType<string>());

    private Row RowOf(CompetitionState state, EntrantState e)
    {
        var person = seal.Open(Open.Id, e.Entrant.Sealed);
        return new Row(
            e.Entrant.Id.Value, e.Entrant.ExamNumber, e.Entrant.Name, e.Entrant.Gender, state.Organizations.GetValueOrDefault(e.Entrant.Organization)?.Name ?? "",
            e.Trade?.Definition.Name ?? "", CodeOf(e), Masked(person), Masks.Phone(person?.Phone),
                e.Status == Core.People.EntrantStatus.Normal ? "" : e.Status.Chinese(),
            BesideOf(e.Entrant, person), ScreenFiles.PhotoOf(pictures.Of(FileUse.Photos), Open.Id.Value, e.Entrant.Id.Value)?.Address,
            e.Trade?.Phase <= Phase.Scoring);
    }
}
