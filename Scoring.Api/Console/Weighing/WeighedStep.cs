using Scoring.Core.People;

namespace Scoring.Api.Console.Weighing;

/// <summary>A step that is shown with its effect before it is taken.</summary>
/// <param name="Title">What is done, e.g. 更正 A05 的模块 A.</param>
/// <param name="Done">What is said afterwards.</param>
/// <param name="Always">Shown even when nothing of what is published changes.</param>
/// <param name="Changes">What is changed, before and after; null: the form says it.</param>
/// <param name="Second">Who signs beside the first; null: nobody.</param>
/// <param name="Back">Where to go afterwards; null: where the form stood.</param>
public sealed record WeighedStep(
    string Title, string Done, bool Always = false, IReadOnlyList<WeighedChange>? Changes = null, SecondNeed? Second = null, string? Back = null);

public sealed record WeighedChange(string What, string Before, string After);

/// <param name="Words">Who may, for the form.</param>
public sealed record SecondNeed(SecondPerson Check, string Words, params Role[] Roles);

/// <summary>The page between the form and the ledger.</summary>
/// <param name="Fields">What the form held, to be sent again; passwords never are.</param>
/// <param name="Fault">Why it is shown again; null: shown first.</param>
public sealed record WeighingView(WeighedStep Step, EffectView Effect, IReadOnlyList<KeyValuePair<string, string>> Fields, string Action, string Cancel, string? Reason, string? Fault);
