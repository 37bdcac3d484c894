using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Personal;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Setup;
using Scoring.Display.Screens;

namespace Scoring.Api.Console.Cards;

/// <summary>证件与桌签: 准考证, badges, desk signs, station signs; and 准考证号 for whoever has none. By name without codes, or by code without names
/// (R-A1).</summary>
[Authorize(Policy = Policies.Organize)]
public sealed class CardsModel(Desk desk, PersonalSeal seal, ScreenFiles files, Accounts accounts) : ContestPage(desk)
{
    public sealed record Row(CardKind Kind, int Count);

    [BindProperty(SupportsGet = true, Name = "trade")]
    public string? TradeKey { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<TradeChoice> Trades { get; private set; } = [];

    /// <summary>Entrants who have no 准考证号 yet.</summary>
    public int Unnumbered { get; private set; }

    /// <summary>In front of the numbers to come: the contest's year until another is typed.</summary>
    public string Prefix { get; private set; } = "";

    public string? Example { get; private set; }

    public int Photos => files.Of(FileUse.Photos).Count();

    /// <summary>The contest's sign; null: none was given.</summary>
    public string? Logo => files.Of(FileUse.Logo).FirstOrDefault()?.Address;

    /// <summary>What is being printed.</summary>
    public CardKind Kind { get; private set; } = CardKind.All[0];

    public IReadOnlyList<IGrouping<string, Card>> Printed { get; private set; } = [];

    public void OnGet() => Open.Read(state =>
    {
        Trades = [.. state.TradesInOrder.Select(t => new TradeChoice(t.Definition.Id, t.Definition.Name))];
        Rows = [.. CardKind.All.Select(k => new Row(k, Source(state, masks: false).Of(k.Key).Count))];
        Unnumbered = state.Entrants.Values.Count(e => string.IsNullOrWhiteSpace(e.Entrant.ExamNumber));
        Prefix = (state.Competition?.Date?.Year ?? Desk.Local(Desk.Now).Year).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Example = state.TradesInOrder.Select(t => NumberEntrants.First(t.Definition, Prefix)).FirstOrDefault();
        return true;
    });

    /// <summary>One kind on A4, to be cut or folded.</summary>
    public IActionResult OnGetPrint(string? kind)
    {
        if (CardKind.Find(kind) is not { } found)
        {
            return NotFound();
        }

        Kind = found;
        Printed = [.. Open.Read(state => Source(state, masks: found.Key == CardKind.Tickets).Of(found.Key)).GroupBy(c => c.Group)];
        Desk.Access.Write(Me, Open.Id, $"打印{found.Name}");
        return Partial("/Console/Cards/_Cards.cshtml", this);
    }

    /// <summary>A number for whoever has none; those given stay.</summary>
    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostNumbers(string? prefix) => Carry("准考证号已编好", state => NumberEntrants.Decide(state, Me.Actor, prefix));

    private CardSource Source(Core.Fold.State.CompetitionState state, bool masks)
    {
        var sent = files.Of(FileUse.Photos).ToList();
        var photos = sent.GroupBy(f => f.Label, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First().Address, StringComparer.OrdinalIgnoreCase);
        return new CardSource(
            state, string.IsNullOrEmpty(TradeKey) ? null : new TradeId(TradeKey), id =>
                ScreenFiles.PhotoOf(sent, Open.Id.Value, id.Value)?.Address, photos.GetValueOrDefault,
            e => masks && seal.Open(Open.Id, e.Sealed)?.IdNumber is { Length: > 0 } number ? Wording.MaskedId(number) : null,
            [.. accounts.All().Where(a => a.Competition == Open.Id && !a.Disabled && a.Judge is null).Select(a => (a.Name, a.Role))]);
    }
}
