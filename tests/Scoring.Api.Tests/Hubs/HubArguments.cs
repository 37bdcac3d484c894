using System.Reflection;

namespace Scoring.Api.Tests.Hubs;

/// <summary>Something of the right shape; what it says does not matter to who may say it. What cannot be read is refused before anybody asks who it came from.</summary>
internal static class HubArguments
{
    public static object? Of(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(int) => 0,
        var type when type == typeof(long) => 0L,
        var type when type == typeof(Guid) => Guid.Empty,
        var type when type == typeof(string) => "A01",
        var type when type.Name.EndsWith("Id", StringComparison.Ordinal) => parameter.Name == "trade" ? "dg" : "A",
        _ => Sample(parameter.ParameterType),
    };

    private static object Sample(Type record)
    {
        var constructor = record.GetConstructors()[0];
        return constructor.Invoke([.. constructor.GetParameters().Select(p => p.ParameterType switch
        {
            var type when type == typeof(Guid) => Guid.NewGuid(),
            var type when type == typeof(string) => (object)"A01",
            var type when type.Name.EndsWith("Id", StringComparison.Ordinal) => Activator.CreateInstance(type, p.Name == "Trade" ? "dg" : "A"),
            var type when type.IsValueType => Activator.CreateInstance(type),
            var type when type == typeof(IReadOnlyDictionary<Core.Definition.AspectId, Core.Marking.Entry>) => new Dictionary<Core.Definition.AspectId, Core.Marking.Entry>(),
            var type when type == typeof(IReadOnlyList<string>) => Array.Empty<string>(),
            _ => null,
        })]);
    }
}
