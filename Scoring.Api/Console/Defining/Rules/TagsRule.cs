using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>R-K15: tags of a trade, which come down to everyone in it.</summary>
public sealed class TagsRule : RuleForm<Trade>
{
    private const string Tags = "Tags";

    public override string Key => "tags";

    public override string Title => "标签";

    public override string Help => "这里的标签对全体选手有效，选手或单位自己写了的以自己的为准；排名、限额和统计都可以按标签分。";

    public override IReadOnlyList<KindField> Fields { get; } = [new(Tags, "一行一个：种类=内容，例如 产业链=绿色食品", KindInput.Lines)];

    protected override string? Set(Trade part) =>
        part.Tags is { Count: > 0 } tags ? string.Join('，', tags.Select(t => $"{t.Key} {t.Value}")) : null;

    protected override IReadOnlyDictionary<string, string> Written(Trade part) =>
        new Dictionary<string, string> { [Tags] = TagLines.Write(part.Tags) };

    protected override Trade Read(Trade old, KindFields typed)
    {
        var (tags, fault) = TagLines.Read(string.Join('\n', typed.Lines(Tags)));
        return fault is null ? old with { Tags = tags } : typed.Refuse<Trade>(fault) ?? old;
    }

    protected override IReadOnlyList<string> Example(Trade trade, Trade part) => part.Tags is { Count: > 0 } tags
        ? [.. tags.Select(t => $"选手和单位都没有写{t.Key}的，算“{t.Value}”；写了的按自己的")] : ["没有标签"];
}
