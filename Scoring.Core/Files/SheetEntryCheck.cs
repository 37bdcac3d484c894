using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Files;

/// <summary>One judge's sheet of marks: the judge sits there, every aspect once, every entry legal (R-B5, R-J5).</summary>
internal static class SheetEntryCheck
{
    public static void Check(FileSheet sheet, Module module, FileEntrant entrant, FileIds ids, string path, Findings findings)
    {
        findings.ReasonIfAny($"{path}.returned", sheet.Returned);
        Judge(sheet, module, entrant, ids, path, findings);
        var aspects = ids.AspectsOf(module);
        string At(AspectId id) => RecordReader.At($"{path}.marks", id.Value);
        foreach (var (id, entry) in sheet.Marks)
        {
            if (!aspects.TryGetValue(id.Value, out var aspect))
            {
                findings.Known(At(id), id.Value, aspects.Keys, $"评分点");
            }
            else if (AspectMarks.Check(aspect, entry, module.BelowZero) is { } wrong)
            {
                findings.Error(At(id), $"{entry}", wrong);
            }
        }

        var missing = aspects.Values.Select(a => a.Id).Where(a => !sheet.Marks.ContainsKey(a)).Select(a => a.Value).ToList();
        findings.Must(missing.Count == 0, $"{path}.marks", $"缺少 {Nearest.List(missing)}", $"交来的评分表要每个评分点都有分");
        foreach (var id in (sheet.Notes?.Keys ?? []))
        {
            findings.Known(RecordReader.At($"{path}.notes", id.Value), id.Value, aspects.Keys, $"评分点");
        }
    }

    private static void Judge(FileSheet sheet, Module module, FileEntrant entrant, FileIds ids, string path, Findings findings)
    {
        if (ids.FormerSeats.Contains((sheet.Judge, entrant.Trade, module.Id)) || !findings.Known($"{path}.judge", sheet.Judge.Value, ids.Judges.Keys, $"裁判"))
        {
            return;
        }

        var judge = ids.Judges[sheet.Judge.Value];
        var role = module.Marking == MarkingMethod.Clerk ? Role.Clerk : Role.Judge;
        findings.Must(
            findings.Doubtful || judge.Seats.Any(s => s.Role == role && s.Trade == entrant.Trade && s.Module == module.Id), $"{path}.judge", Findings.Quote(judge.Id.Value),
            $"这名裁判在模块 {module.Id} 没有席位");
        if (judge.RecusedFrom?.Contains(entrant.Id) == true || judge.RecusedOrganizations?.Contains(entrant.Organization) == true)
        {
            findings.Warn($"{path}.judge", Findings.Quote(judge.Id.Value), $"这名裁判应回避该选手，他的分不计入（R-J3）");
        }
    }
}
