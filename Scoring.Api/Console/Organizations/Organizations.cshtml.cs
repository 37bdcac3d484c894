using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Setup;

namespace Scoring.Api.Console.Organizations;

/// <summary>单位: everyone who sends somebody, with the short name of screens and the tags (R-K15).</summary>
[Authorize(Policy = Policies.Organize)]
public sealed class OrganizationsModel(Desk desk) : ContestPage(desk)
{
    private const int LongestShortName = 20;

    public sealed record Row(Organization Organization, int Entrants);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Which is being edited.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public string? At { get; set; }

    /// <summary>Null: none.</summary>
    public Organization? Chosen { get; private set; }

    public void OnGet() => Open.Read(state =>
    {
        Chosen = Edited(state) as Organization;
        var entrants = state.Entrants.Values.CountBy(e => e.Entrant.Organization).ToDictionary(c => c.Key, c => c.Value);
        Rows = [.. state.Organizations.Values.OrderBy(o => o.Name, ReadingOrder.Names)
            .Select(o => new Row(o, entrants.GetValueOrDefault(o.Id)))];
        return true;
    });

    [Needs(Policies.Organize)]
    public async Task<IActionResult> OnPostSave(string? shortName, string? tags)
    {
        var done = await Ask("单位已保存", state =>
        {
            var (read, fault) = TagLines.Read(tags);
            var shorter = string.IsNullOrWhiteSpace(shortName) ? null : shortName.Trim();
            return fault is not null ? new Decision.Refuse(Refusal.BadForm, $"{fault}")
                : shorter?.Length > LongestShortName ? new Decision.Refuse(Refusal.BadForm, $"简称至多 {LongestShortName} 个字")
                : DescribeOrganization.Decide(state, Me.Actor, new OrganizationId(At ?? ""), shorter, read);
        });
        return LocalRedirect(done ? Request.Path : $"{Request.Path}?at={Uri.EscapeDataString(At ?? "")}");
    }

    protected override object? Edited(CompetitionState state) => state.Organizations.GetValueOrDefault(new OrganizationId(At ?? ""));

    protected override bool Rewrites(LedgerEvent e) =>
        e is EntrantsRegistered list && list.Organizations?.Any(o => o.Id.Value == At) == true;
}
