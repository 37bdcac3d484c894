using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Fold.Results;

/// <summary>One place of a panel for one entrant, and the sheet that fills it.</summary>
/// <param name="Sheet">Null: nothing handed in.</param>
/// <param name="Use">Counted, or why this sheet does not count.</param>
internal readonly record struct PanelSlot(int Number, SheetState? Sheet, SheetUse Use)
{
    public Saying Name => Number > 0 ? (Saying)$"{Number} 号裁判" : $"裁判";
}

/// <summary>Who is on the panel for this entrant (R-B3, R-J3), in panel order.</summary>
internal static class PanelSlots
{
    public static List<PanelSlot> Of(ModuleState module, EntrantState entrant, ModuleEntries? entries)
    {
        var slots = new List<PanelSlot>(module.Seats.Count);
        foreach (var seat in module.Seats)
        {
            if (!module.InGroup(seat, entrant))
            {
                continue;
            }

            var own = entries?.Sheet(seat.Judge.Id);
            if (seat.Judge.IsRecusedFrom(entrant.Entrant))
            {
                // Neither shown nor counted (R-A4): only a sheet from before the recusal is listed, flagged.
                if (own is not null)
                {
                    slots.Add(new(seat.Number, own, SheetUse.Recused));
                }

                continue;
            }

            var sheet = own ?? FormerHolder(module, entries, seat.Number);
            slots.Add(new(seat.Number, sheet, sheet is { Returned: true } ? SheetUse.Returned : SheetUse.Counted));
        }

        if (entries is not null)
        {
            AddFormerJudges(module, entrant, entries, slots);
        }

        return slots;
    }

    /// <summary>Whether a judge of the panel has not handed in: the same as an empty slot of <see cref="Of"/>.</summary>
    public static bool Lack(ModuleState module, EntrantState entrant, ModuleEntries entries)
    {
        foreach (var seat in module.Seats)
        {
            if (entries.Sheet(seat.Judge.Id) is null && module.InGroup(seat, entrant) && !seat.Judge.IsRecusedFrom(entrant.Entrant)
                && FormerHolder(module, entries, seat.Number) is null)
            {
                return true;
            }
        }

        return false;
    }

    // A judge who was replaced keeps the sheets handed in; the new judge marks whoever is still to be marked.
    private static SheetState? FormerHolder(ModuleState module, ModuleEntries? entries, int number)
    {
        foreach (var sheet in entries?.Sheets ?? [])
        {
            if (sheet.Seat == number && sheet is { Returned: false, Trainee: false } && module.Seat(sheet.Judge) is null)
            {
                return sheet;
            }
        }

        return null;
    }

    private static void AddFormerJudges(ModuleState module, EntrantState entrant, ModuleEntries entries, List<PanelSlot> slots)
    {
        foreach (var sheet in entries.Sheets)
        {
            if (sheet.Trainee)
            {
                slots.Add(new(sheet.Seat, sheet, SheetUse.Trainee));
                continue;
            }

            if (module.Seat(sheet.Judge) is { } seat)
            {
                if (!module.InGroup(seat, entrant))
                {
                    slots.Add(new(sheet.Seat, sheet, SheetUse.OffPanel)); // the entrant has moved to another group since
                }

                continue;
            }

            if (slots.Exists(s => ReferenceEquals(s.Sheet, sheet)))
            {
                continue;
            }

            var taken = slots.Exists(s => s.Number == sheet.Seat);
            var use = taken || sheet.Returned ? SheetUse.OffPanel : SheetUse.Counted;
            var at = slots.FindIndex(s => s.Number > sheet.Seat);
            slots.Insert(at < 0 ? slots.Count : at, new(sheet.Seat, sheet, use));
        }
    }
}
