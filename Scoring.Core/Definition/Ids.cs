using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scoring.Core.Definition;

/// <summary>An id kept as text: stable, unique in its competition, never shown to the public in place of a code.</summary>
public interface ITextId<TSelf> where TSelf : struct, ITextId<TSelf>
{
    string Value { get; }
    static abstract TSelf From(string value);
}

[JsonConverter(typeof(TextIdConverter<CompetitionId>))]
public readonly record struct CompetitionId(string Value) : ITextId<CompetitionId>
{
    public static CompetitionId From(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>工种/赛项, e.g. <c>dg</c> for 电工.</summary>
[JsonConverter(typeof(TextIdConverter<TradeId>))]
public readonly record struct TradeId(string Value) : ITextId<TradeId>
{
    public static TradeId From(string value) => new(value);
    public override string ToString() => Value;
}

[JsonConverter(typeof(TextIdConverter<ComponentId>))]
public readonly record struct ComponentId(string Value) : ITextId<ComponentId>
{
    public static ComponentId From(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>任务/模块, unique in its trade, e.g. <c>A</c>.</summary>
[JsonConverter(typeof(TextIdConverter<ModuleId>))]
public readonly record struct ModuleId(string Value) : ITextId<ModuleId>
{
    public static ModuleId From(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>评分点, unique in its module, e.g. <c>A1.2</c>.</summary>
[JsonConverter(typeof(TextIdConverter<AspectId>))]
public readonly record struct AspectId(string Value) : ITextId<AspectId>
{
    public static AspectId From(string value) => new(value);
    public override string ToString() => Value;
}

[JsonConverter(typeof(TextIdConverter<EntrantId>))]
public readonly record struct EntrantId(string Value) : ITextId<EntrantId>
{
    public static EntrantId From(string value) => new(value);
    public override string ToString() => Value;
}

[JsonConverter(typeof(TextIdConverter<OrganizationId>))]
public readonly record struct OrganizationId(string Value) : ITextId<OrganizationId>
{
    public static OrganizationId From(string value) => new(value);
    public override string ToString() => Value;
}

[JsonConverter(typeof(TextIdConverter<JudgeId>))]
public readonly record struct JudgeId(string Value) : ITextId<JudgeId>
{
    public static JudgeId From(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>Ids travel as plain strings, as values and as property names.</summary>
public sealed class TextIdConverter<T> : JsonConverter<T> where T : struct, ITextId<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.GetString() ?? throw new JsonException("an id cannot be null"));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.GetString() ?? throw new JsonException("an id cannot be null"));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
