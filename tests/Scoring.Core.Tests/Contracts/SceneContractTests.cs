using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Scoring.Core.Contracts;

namespace Scoring.Core.Tests.Contracts;

public sealed class SceneContractTests
{
    [Fact]
    public void Every_scene_has_a_name() => Assert.All(
        Enum.GetNames<SceneKind>().Select(scene => typeof(SceneKind).GetField(scene)!), // not null: its own name
        scene => Assert.False(string.IsNullOrEmpty(scene.GetCustomAttribute<DisplayAttribute>()?.Name), scene.Name));
}
