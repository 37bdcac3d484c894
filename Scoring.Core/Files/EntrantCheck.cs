using System.Globalization;
using System.Text;
using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Files;

/// <summary>Entrants: known trade and organization, codes drawn once, persons once (R-A1, R-B8, R-I1b, R-I1e).</summary>
internal static class EntrantCheck
{
    public static void Check(CompetitionFile file, FileIds ids, Findings findings)
    {
        var entrants = file.Entrants ?? [];
        findings.Unique(entrants, e => e.Id.Value, i => $"$.entrants[{i}].id", $"选手编号");
        foreach (var (index, entrant) in entrants.Index())
        {
            Check(entrant, ids, $"$.entrants[{index}]", findings);
        }

        foreach (var layer in Enumerable.Range(0, 3))
        {
            findings.Unique(
                entrants, e => e.Codes?.ElementAtOrDefault(layer) is { Length: > 0 } code ? $"{e.Trade} {code}" : null,
                i => $"$.entrants[{i}].codes[{layer}]", $"同一{findings.TradeWord}的代号");
        }

        Persons(entrants, findings);
    }

    private static void Check(FileEntrant entrant, FileIds ids, string path, Findings findings)
    {
        findings.Id($"{path}.id", entrant.Id.Value);
        findings.Name($"{path}.name", entrant.Name);
        findings.Known($"{path}.organization", entrant.Organization.Value, ids.Organizations, $"单位");
        findings.Names($"{path}.members", entrant.Members);
        Seen($"{path}.name", entrant.Name, findings);
        foreach (var (index, member) in (entrant.Members ?? []).Index())
        {
            Seen($"{path}.members[{index}]", member, findings);
        }

        findings.Must(
            entrant.MemberRoles is not { } roles
                || roles.Count == (entrant.Members?.Count ?? 0), $"{path}.memberRoles", $"{entrant.MemberRoles?.Count} 个角色",
            $"与 members 一样多，没有角色的写空文字");
        findings.NameIfAny($"{path}.work", entrant.Work);
        findings.NameIfAny($"{path}.from.contest", entrant.From?.Contest);
        findings.Must(entrant.From?.Rank is null or > 0, $"{path}.from.rank", $"{entrant.From?.Rank}", $"名次从 1 起");
        findings.NameIfAny($"{path}.team", entrant.Team);
        findings.NameIfAny($"{path}.gender", entrant.Gender);
        findings.NameIfAny($"{path}.grade", entrant.Grade);
        findings.NameIfAny($"{path}.station", entrant.Station);
        findings.Tags($"{path}.tags", entrant.Tags);
        foreach (var (layer, code) in (entrant.Codes ?? []).Index().Where(c => c.Item.Length > 0))
        {
            findings.Name($"{path}.codes[{layer}]", code);
        }

        if (findings.Known($"{path}.trade", entrant.Trade.Value, ids.Trades.Keys, $"{findings.TradeWord}"))
        {
            var layers = ids.Trades[entrant.Trade.Value].CodeLayers;
            Groups(entrant, ids, path, findings);
            findings.Must(
                entrant.Codes is not { } codes || codes.Count <= layers, $"{path}.codes", $"{entrant.Codes?.Count} 个代号",
                layers == 0 ? (Saying)$"这个{findings.TradeWord}不抽代号" : $"这个{findings.TradeWord}只抽 {layers} 层代号");
        }

        findings.Must(
            entrant.Status == EntrantStatus.Normal || !string.IsNullOrWhiteSpace(entrant.StatusReason), $"{path}.statusReason", $"缺少",
            $"缺考、弃赛、取消资格要写明原因");
        findings.Must(
            entrant.Status != EntrantStatus.Eliminated, $"{path}.status", $"eliminated", $"超时淘汰由用时算出，不在这里写；改正请改用时");
        Personal(entrant, $"{path}.personal", findings);
    }

    // Direction and zero-width marks turn a name round or make it two (R-I1c): a list loses them, a file says where they are.
    private static void Seen(string path, string? name, Findings findings)
    {
        foreach (var rune in (name ?? "").EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) == UnicodeCategory.Format).Take(1))
        {
            findings.Error(path, $"看不见的字符 U+{rune.Value:X4}", $"请删去这个字符，按身份证重写姓名");
        }
    }

    // R-K3.
    private static void Groups(FileEntrant entrant, FileIds ids, string path, Findings findings)
    {
        var modules = ids.Modules[entrant.Trade.Value];
        foreach (var (module, group) in entrant.Groups ?? new Dictionary<ModuleId, string>())
        {
            var at = RecordReader.At($"{path}.groups", module.Value);
            if (findings.Known(at, module.Value, modules.Keys, $"模块"))
            {
                findings.Known(at, group, [.. (modules[module.Value].Panel?.Groups ?? []).Select(g => g.Id)], $"组");
            }
        }

        if (entrant.Group is { } one)
        {
            findings.Known($"{path}.group", one, [.. modules.Values.SelectMany(m => m.Panel?.Groups ?? []).Select(g => g.Id).Distinct()], $"组");
        }
    }

    private static void Personal(FileEntrant entrant, string path, Findings findings)
    {
        Number(entrant.Personal?.IdType, entrant.Personal?.IdNumber, path, findings);
        var known = (entrant.Members ?? []).ToHashSet(StringComparer.Ordinal);
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, member) in (entrant.Personal?.Members ?? []).Index())
        {
            var at = $"{path}.members[{index}]";
            findings.Must(known.Remove(member.Name), $"{at}.name", $"{member.Name}", $"应是 members 里的一位，每人一次");
            Number(member.IdType, member.IdNumber, at, findings);
            findings.Must(
                member.IdNumber is not { } number || numbers.Add(ResidentId.Normalized(number)), $"{at}.idNumber", $"证件号码重复", $"两位成员用了同一个证件号码，请核对");
        }
    }

    private static void Number(string? type, string? number, string path, Findings findings)
    {
        if (number is null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(number))
        {
            findings.Error($"{path}.idNumber", $"空白", $"没有就不写这一项");
            return;
        }

        var resident = type is null ? ResidentId.LooksLikeOne(number) : type.Contains("身份证") || type.Contains("居住证");
        if (resident && ResidentId.Normalized(number) is { Length: 15 } old && old.All(char.IsAsciiDigit))
        {
            findings.Warn($"{path}.idNumber", $"15 位", $"旧式身份证号无法校验，请核对");
            return;
        }

        if (ResidentId.IsFormerResidenceCard(number) && (type is null || type.Contains("永久居留") || type.Contains("身份证")))
        {
            return; // the old card of a foreign permanent resident: three letters, twelve digits, no check
        }

        // The number itself stays out of messages: they go to screens and logs (R-I2).
        findings.Must(!resident || ResidentId.IsValid(number), $"{path}.idNumber", $"{number.Length} 位，校验不符", $"应为 18 位身份证号，校验码与出生日期都要对");
    }

    private static void Persons(IReadOnlyList<FileEntrant> entrants, Findings findings)
    {
        var known = new Dictionary<string, (int Index, FileEntrant Entrant)>(StringComparer.Ordinal);
        var works = new HashSet<(string Number, TradeId Trade, string? Work)>();
        foreach (var (index, entrant) in entrants.Index())
        {
            if (entrant.Personal?.IdNumber is not { Length: > 0 } written)
            {
                continue;
            }

            var number = ResidentId.Normalized(written);
            var another = works.Add((number, entrant.Trade, entrant.Work));
            if (known.TryAdd(number, (index, entrant)))
            {
                continue;
            }

            var (firstIndex, first) = known[number];
            var at = $"$.entrants[{index}].personal.idNumber";
            if (first.Name != entrant.Name)
            {
                findings.Error(at, $"证件号码相同、姓名不同", $"与 $.entrants[{firstIndex}] 的{first.Name}用了同一个证件号码，请核对");
            }
            else if (first.Trade == entrant.Trade && !(another && entrant.Work is not null))
            {
                findings.Error(at, $"同一个人", $"与 $.entrants[{firstIndex}] 是同一个人，一个{findings.TradeWord}只能报一次，或者每次写明不同的作品 work");
            }
            else if (first.Trade == entrant.Trade)
            {
                continue; // an author may enter several works
            }
            else
            {
                findings.Warn(at, $"同一个人", $"与 $.entrants[{firstIndex}] 是同一个人，报了两个{findings.TradeWord}");
            }
        }
    }
}
