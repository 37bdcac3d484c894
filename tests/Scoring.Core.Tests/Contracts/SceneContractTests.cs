using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Scoring.Core.Contracts;

namespace Scoring.Core.Tests.Contracts;

public sealed class SceneContractTests
{
    [Fact]
    public void Every_scene_has_a_name() => Assert.All(
        Enum.GetNames<SceneKind>(),
        scene => Assert.False(string.IsNullOrEmpty(typeof(SceneKind).GetField(scene)!.GetCustomAttribute<DisplayAttribute>()?.Name), scene)); // not null: its own name
}
